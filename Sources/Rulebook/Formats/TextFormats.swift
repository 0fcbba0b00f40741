import Game
import Text

extension Format where Value == String {
    /// The longest text, in characters.
    private static var textLimit: Int { 4000 }
    private static var termLimit: Int { 80 }

    /// Text, not empty; line breaks and runs of blanks become single blanks.
    static var text: Format {
        let written = Format("text") {
            switch $0 {
            case .quoted(let text): text
            case .plain(let word) where YAMLNode.Word(word) == .text: word
            default: nil
            }
        }
        return Format("text") { node, report in
            guard let text = written.read(node, report)?.withSingleBlanks else { return nil }
            if text.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
                report.error("the text is empty", at: node.place)
            }
            if text.unicodeScalars.count > textLimit {
                report.error("the text is longer than \(textLimit) characters", at: node.place)
            }
            return text
        }
    }

    /// The name of a card or bot, of at most 24 columns.
    static var name: Format {
        Format("text") { node, report in
            guard let name = text.read(node, report) else { return nil }
            if name.columns > nameLimit {
                report.error(
                    "the name is \(name.columns) columns wide, of at most \(nameLimit)", at: node.place)
            }
            return name
        }
    }

    static var nameLimit: Int { 24 }

    /// A term of art, short enough to be a key of the ruleset's document.
    static var term: Format {
        Format("text") { node, report in
            guard let term = text.read(node, report) else { return nil }
            if term.unicodeScalars.count > termLimit {
                report.error("the term is longer than \(termLimit) characters", at: node.place)
            }
            return term
        }
    }

    static var identifier: Format {
        Format("an identifier") { node, report in
            guard let identifier = text.read(node, report) else { return nil }
            if !identifier.isIdentifier {
                report.error(
                    "\(identifier.quoted) is no identifier: small letters, digits and hyphens, a letter first",
                    at: node.place)
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

    /// With runs of blanks, tabs and line breaks as single blanks, and none at either end.
    var withSingleBlanks: String {
        let blank = UInt8(ascii: " ")
        var text: [UInt8] = []
        var isApart = false
        for byte in utf8 {
            switch byte {
            case blank, UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                isApart = !text.isEmpty
            default:
                if isApart { text.append(blank) }
                isApart = false
                text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
