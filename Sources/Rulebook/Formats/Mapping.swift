/// A mapping with known keys, read key by key; a key that was never asked for is an error.
final class Mapping {
    let place: Place
    let report: Report
    /// As in “missing from this *pattern*”.
    let subject: String
    private let entries: [YAMLNode.Entry]
    /// The keys asked for so far.
    private(set) var known: [String] = []
    /// Those of them that must be there.
    private(set) var needed: [String] = []

    init(_ entries: [YAMLNode.Entry], of subject: String, at place: Place, _ report: Report) {
        self.place = place
        self.report = report
        self.subject = subject
        self.entries = entries
    }

    /// The value at a key; `nil`, and reported, where there is none of that format.
    func required<Value>(_ key: String, _ format: Format<Value>) -> Value? {
        needed.append(key)
        if !has(key) {
            report.error("“\(key)” is missing from this \(subject)", at: place)
        }
        return optional(key, format)
    }

    /// The value at a key; `nil` where the key is absent, or its value reported.
    func optional<Value>(_ key: String, _ format: Format<Value>) -> Value? {
        known.append(key)
        return value(of: key).flatMap { format.read($0, report) }
    }

    func has(_ key: String) -> Bool { value(of: key) != nil }

    private func value(of key: String) -> YAMLNode? {
        entries.first { $0.key == key }?.value
    }

    /// Where the value at the first of some keys stands that is there; else where the mapping does.
    func place(of keys: String...) -> Place {
        keys.lazy.compactMap(value).first?.place ?? place
    }

    /// Whether the value at a key is a list without items.
    func isEmptyList(_ key: String) -> Bool {
        guard case .list(let nodes) = value(of: key)?.content else { return false }
        return nodes.isEmpty
    }

    private func hint(_ entry: YAMLNode.Entry) -> String {
        entry.isBare
            ? "; a comma ends a text in braces, so put the text in quotation marks"
            : entry.key.suggestion(among: known)
    }

    /// Reports every key that was never asked for; to be called when all have been.
    func reportUnknownKeys() {
        report.listener?(self)
        for entry in entries where !known.contains(entry.key) {
            report.error("\(subject.withArticle) has no \(entry.key.quoted)\(hint(entry))", at: entry.place)
        }
    }
}
