import Game
import Text

extension Format where Value == String {
    /// The longest text, in characters.
    static var textLimit: Int { 4000 }
    private static var termLimit: Int { 80 }

    /// Text, not empty; line breaks and runs of blanks become single blanks.
    ///
    /// An author who meant more by it than YAML takes is told.
    static var text: Format {
        Format("text") { node, report in
            if let comment = node.comment, node.content.text != nil {
                report.warning("YAML takes what follows for a comment; \(hashAdvice)", at: comment)
            }
            if let fault = node.textFault {
                report.error("expected text, found \(node.kind); \(fault)", at: node.comment ?? node.place)
                return nil
            }
            return word.read(node, report)
        }
    }

    static var hashAdvice: String {
        "put the text in quotation marks, or two blanks before “#” and one after it"
    }

    /// Text of which nobody would think that it went on behind a “#”.
    static var word: Format {
        let written = Format("text", accepting: \.text)
        return written.map(\.withSingleBlanks)
            .checked { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? "the text is empty" : nil }
            .atMost(textLimit, "text")
    }

    /// The name of a card or bot, of at most 24 columns.
    static var name: Format {
        text.checked { name in
            name.columns > nameLimit ? "the name is \(name.columns) columns wide, of at most \(nameLimit)" : nil
        }
    }

    static var nameLimit: Int { 24 }

    /// A term of art, short enough to be a key of the ruleset's document.
    static var term: Format { text.atMost(termLimit, "term") }

    static var identifier: Format {
        word.checked { identifier in
            identifier.isIdentifier
                ? nil : "\(identifier.quoted) is no identifier: small letters, digits and hyphens, a letter first"
        }
    }

    /// The same format, which reports what is longer than so many characters.
    func atMost(_ limit: Int, _ noun: String) -> Format {
        checked { $0.unicodeScalars.count > limit ? "the \(noun) is longer than \(limit) characters" : nil }
    }
}

extension String {
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
