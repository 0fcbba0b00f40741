import Game
import Text

/// How a kind of value is read: what to call it, and how to make it of an item.
///
/// Reading reports whatever it cannot use, and then gives `nil` or the nearest thing to a value.
struct Format<Value> {
    /// As in “expected *a list of feature identifiers*”.
    let expected: String
    let read: (Item, Report) -> Value?

    init(_ expected: String, read: @escaping (Item, Report) -> Value?) {
        self.expected = expected
        self.read = read
    }

    /// A format of items that some reading accepts; what it does not is of the wrong type.
    init(_ expected: String, accepting: @escaping (Item.Content) -> Value?) {
        self.init(expected) { item, report in
            if let value = accepting(item.content) { return value }
            if case .refused = item.content { return nil }
            report.error("expected \(expected), found \(item.kind)", at: item.place)
            return nil
        }
    }
}

/// A value and where it stands.
struct Placed<Value> {
    let value: Value
    let place: Place
}

extension Format {
    /// The same format, with something made of its value.
    func map<Other>(_ transform: @escaping (Value) -> Other) -> Format<Other> {
        Format<Other>(expected) { item, report in read(item, report).map(transform) }
    }

    /// The same format, with where the value stands.
    var placed: Format<Placed<Value>> {
        Format<Placed<Value>>(expected) { item, report in
            read(item, report).map { Placed(value: $0, place: item.place) }
        }
    }

    /// A list with at least one item, for without any something follows that nobody wants.
    func filled(or consequence: String) -> Format {
        Format(expected) { item, report in
            if case .list(let items) = item.content, items.isEmpty {
                report.error("the list is empty, so \(consequence)", at: item.place)
            }
            return read(item, report)
        }
    }

    /// A list of at most so many items, which `plural` names.
    func capped(at limit: Int, _ plural: String) -> Format {
        Format(expected) { item, report in
            if case .list(let items) = item.content, items.count > limit {
                report.error("more than \(limit) \(plural)", at: items[limit].place)
            }
            return read(item, report)
        }
    }
}

extension Format where Value == Bool {
    static var flag: Format {
        Format("true or false") {
            guard case .plain(let word) = $0 else { return nil }
            return ["true": true, "false": false][word]
        }
    }
}

extension Format where Value == String {
    /// The longest text, in characters.
    private static var textLimit: Int { 4000 }
    private static var termLimit: Int { 80 }

    /// Not empty; its line breaks and runs of blanks are single blanks.
    static var text: Format {
        let written = Format("text") {
            switch $0 {
            case .quoted(let text): text
            case .plain(let word) where Item.Word(word) == .text: word
            default: nil
            }
        }
        return Format("text") { item, report in
            guard let text = written.read(item, report)?.withSingleBlanks else { return nil }
            if text.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
                report.error("the text is empty", at: item.place)
            }
            if text.unicodeScalars.count > textLimit {
                report.error("the text is longer than \(textLimit) characters", at: item.place)
            }
            return text
        }
    }

    /// Of at most 24 columns.
    static var name: Format {
        Format("text") { item, report in
            guard let name = text.read(item, report) else { return nil }
            if name.columns > nameLimit {
                report.error(
                    "the name is \(name.columns) columns wide, of at most \(nameLimit)", at: item.place)
            }
            return name
        }
    }

    static var nameLimit: Int { 24 }

    /// A term of art, short enough to be a key of the ruleset's document.
    static var term: Format {
        Format("text") { item, report in
            guard let term = text.read(item, report) else { return nil }
            if term.unicodeScalars.count > termLimit {
                report.error("the term is longer than \(termLimit) characters", at: item.place)
            }
            return term
        }
    }

    static var identifier: Format {
        Format("an identifier") { item, report in
            guard let identifier = text.read(item, report) else { return nil }
            if !identifier.isIdentifier {
                report.error(
                    "\(identifier.quoted) is no identifier: small letters, digits and hyphens, a letter first",
                    at: item.place)
            }
            return identifier
        }
    }
}

extension String {
    var isIdentifier: Bool {
        guard let first = utf8.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first else { return false }
        return utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
    }
}

extension Format {
    /// A list of values of one kind.
    static func list<Element>(
        of plural: String, _ element: Format<Element>
    ) -> Format<[Element]> where Value == [Element] {
        let items = Format<[Item]>("a list of \(plural)") {
            if case .list(let items) = $0 { items } else { nil }
        }
        return Format<[Element]>(items.expected) { item, report in
            items.read(item, report)?.compactMap { element.read($0, report) }
        }
    }

    /// A mapping with known keys; `body` reads them, and every other is reported.
    static func table(_ subject: String, _ body: @escaping (Table) -> Value?) -> Format {
        let entries = Format<[Item.Entry]>("\(subject.withArticle), as a mapping") {
            if case .table(let entries) = $0 { entries } else { nil }
        }
        return Format(entries.expected) { item, report in
            guard let entries = entries.read(item, report) else { return nil }
            let table = Table(entries, of: subject, at: item.place, report)
            defer { table.reportUnknownKeys() }
            return body(table)
        }
    }

    /// A mapping whose keys are words of a vocabulary, in the order of the file.
    static func byWord<Part>(
        of vocabulary: Vocabulary, _ part: @escaping (Int) -> Format<Part>
    ) -> Format<[(index: Int, value: Part)]> where Value == [(index: Int, value: Part)] {
        let entries = Format<[Item.Entry]>("a mapping by \(vocabulary.noun)") {
            if case .table(let entries) = $0 { entries } else { nil }
        }
        return Format(entries.expected) { item, report in
            entries.read(item, report)?.compactMap { entry in
                guard let index = vocabulary.index(of: entry.key, at: entry.place, report),
                    let value = part(index).read(entry.value, report)
                else { return nil }
                return (index, value)
            }
        }
    }
}
