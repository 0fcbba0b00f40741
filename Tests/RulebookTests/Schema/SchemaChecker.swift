/// Checks values against a JSON Schema, as far as the ruleset's goes: a keyword that it does not know is an error.
struct SchemaChecker {
    enum Problem: Error, Hashable {
        case unknownKeyword(String)
        /// A keyword whose value is not what the checker expects of it.
        case malformed(String)
    }

    let root: JSONValue
    private var patterns: [String: Regex<AnyRegexOutput>] = [:]

    /// - Throws: a `Problem` for anything in the whole schema that would not be checked.
    init(_ root: JSONValue) throws {
        self.root = root
        try inspect(root)
    }

    private static let annotations: Set = ["$schema", "$comment", "title", "description", "default"]
    private static let numbers: Set = ["minItems", "maxItems", "maxLength", "minimum", "maximum"]
    private static let types: Set = ["object", "array", "string", "number", "integer", "boolean"]

    private mutating func inspect(_ schema: JSONValue) throws {
        if case .flag = schema { return }
        guard let keywords = schema.mapping else { throw Problem.malformed("a schema") }
        for (keyword, value) in keywords where !Self.annotations.contains(keyword) {
            switch keyword {
            case "items", "additionalProperties", "propertyNames", "if", "then", "else": try inspect(value)
            case "properties", "$defs":
                guard let mapping = value.mapping else { throw Problem.malformed(keyword) }
                for part in mapping.values { try inspect(part) }
            case "anyOf":
                guard let list = value.list else { throw Problem.malformed(keyword) }
                for part in list { try inspect(part) }
            case "pattern":
                guard let text = value.text else { throw Problem.malformed(keyword) }
                patterns[text] = try Regex(text)
            case "$ref":
                guard value.text.flatMap(definition) != nil else { throw Problem.malformed(keyword) }
            case "type":
                guard value.text.map(Self.types.contains) == true else { throw Problem.malformed(keyword) }
            case "required", "enum":
                guard value.words.count == value.list?.count else { throw Problem.malformed(keyword) }
            case "uniqueItems":
                guard value == .flag(true) else { throw Problem.malformed(keyword) }
            case _ where Self.numbers.contains(keyword):
                guard value.number != nil else { throw Problem.malformed(keyword) }
            default: throw Problem.unknownKeyword(keyword)
            }
        }
    }

    private func definition(_ reference: String) -> JSONValue? {
        reference.hasPrefix("#/$defs/") ? root["$defs"]?[String(reference.dropFirst(8))] : nil
    }

    /// A schema's keywords with those of the definitions it refers to, its own before theirs.
    func resolved(_ schema: JSONValue) -> [String: JSONValue] {
        var keywords = schema.mapping ?? [:]
        while let reference = keywords.removeValue(forKey: "$ref")?.text {
            keywords.merge(definition(reference)?.mapping ?? [:]) { own, _ in own }
        }
        return keywords
    }

    /// What is wrong with a value, each with its place; empty where it is valid.
    func complaints(about value: JSONValue) -> [String] {
        complaints(value, root, "")
    }

    private func complaints(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
        guard let keywords = schema.mapping else { return schema == .flag(true) ? [] : ["\(place): not allowed"] }
        var complaints: [String] = []
        for (keyword, limit) in keywords {
            if !allows(value, keyword, limit) { complaints.append("\(place): \(keyword)") }
        }
        if let reference = keywords["$ref"]?.text, let definition = definition(reference) {
            complaints += self.complaints(value, definition, place)
        }
        if let condition = keywords["if"] {
            let branch = keywords[self.complaints(value, condition, place).isEmpty ? "then" : "else"]
            complaints += branch.map { self.complaints(value, $0, place) } ?? []
        }
        return complaints + parts(value, keywords, place)
    }

    /// What is wrong with the items of a list or the entries of a mapping.
    private func parts(_ value: JSONValue, _ keywords: [String: JSONValue], _ place: String) -> [String] {
        var complaints: [String] = []
        if let items = value.list, let schema = keywords["items"] {
            for (index, item) in items.enumerated() {
                complaints += self.complaints(item, schema, "\(place)/\(index)")
            }
        }
        for (key, part) in value.mapping ?? [:] {
            let place = "\(place)/\(key)"
            if let names = keywords["propertyNames"] { complaints += self.complaints(.text(key), names, place) }
            if let schema = keywords["properties"]?[key] ?? keywords["additionalProperties"] {
                complaints += self.complaints(part, schema, place)
            }
        }
        return complaints
    }

    /// Whether a keyword that looks at the value alone lets it pass; true for every other.
    private func allows(_ value: JSONValue, _ keyword: String, _ limit: JSONValue) -> Bool {
        let bound = limit.number ?? 0
        switch (keyword, value) {
        case ("type", _): return value.isOf(type: limit.text ?? "")
        case ("enum", _): return limit.list?.contains(value) ?? false
        case ("required", .mapping(let entries)): return limit.words.isSubset(of: entries.keys)
        case ("anyOf", _): return (limit.list ?? []).contains { complaints(value, $0, "").isEmpty }
        case ("minItems", .list(let items)): return Double(items.count) >= bound
        case ("maxItems", .list(let items)): return Double(items.count) <= bound
        case ("uniqueItems", .list(let items)): return Set(items).count == items.count
        case ("maxLength", .text(let text)): return Double(text.unicodeScalars.count) <= bound
        case ("pattern", .text(let text)): return patterns[limit.text ?? ""].map { text.contains($0) } ?? false
        case ("minimum", .number(let number)): return number >= bound
        case ("maximum", .number(let number)): return number <= bound
        default: return true
        }
    }
}

extension JSONValue {
    fileprivate func isOf(type: String) -> Bool {
        switch (self, type) {
        case (.mapping, "object"), (.list, "array"), (.text, "string"), (.flag, "boolean"), (.number, "number"): true
        case (.number(let number), "integer"): number == number.rounded()
        default: false
        }
    }
}
