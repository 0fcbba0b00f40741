import Text

/// A value of a YAML file, of any kind, and where it stands.
struct YAMLNode {
    indirect enum Content {
        /// Written without quotation marks: a number, a truth value, nothing or text.
        case plain(String)
        case quoted(String)
        case list([YAMLNode])
        case mapping([Entry])
        /// Already complained of.
        case refused
    }

    /// A key and its value.
    struct Entry {
        let key: String
        let place: Place
        let value: YAMLNode

        /// Whether it is a word in braces without a colon, such as what follows a comma in a text.
        var isBare: Bool {
            guard case .plain("") = value.content else { return false }
            let end = Place(line: place.line, column: place.column + key.unicodeScalars.count)
            return value.place == end
        }
    }

    let place: Place
    let content: Content
    /// Where a comment begins right behind a plain word that an author may have meant to go on with it.
    var comment: Place?

    /// What a word without quotation marks is.
    enum Word {
        case nothing, flag, number, text

        init(_ word: String) {
            switch word {
            case "", "~", "null", "Null", "NULL": self = .nothing
            case "true", "false": self = .flag
            default: self = ExactDecimal(word) == nil ? .text : .number
            }
        }
    }

    /// As in “found *a list*”.
    var kind: String {
        switch content {
        case .quoted: "text"
        case .list: "a list"
        case .mapping: "a mapping"
        case .refused: "something refused"
        case .plain(let word):
            switch Word(word) {
            case .nothing: "nothing"
            case .flag: word
            case .number: "the number \(word.cut)"
            case .text: word.quoted
            }
        }
    }
}

// As text.
extension YAMLNode {
    /// What to say where it is no text, though an author may have meant it as one; `nil` where there is nothing to say.
    var textFault: String? {
        switch content {
        case .quoted, .refused: nil
        case .list, .mapping: "put what is meant as text in quotation marks"
        case .plain(let word):
            switch Word(word) {
            case .text: nil
            case .nothing where comment != nil: "YAML takes what follows for a comment: put the text in quotation marks"
            case .nothing where word.isEmpty: nil
            case .nothing, .flag, .number: "put what is meant as text in quotation marks"
            }
        }
    }
}

extension YAMLNode.Content {
    /// What is written as text.
    var text: String? {
        switch self {
        case .quoted(let text): text
        case .plain(let word): YAMLNode.Word(word) == .text ? word : nil
        case .list, .mapping, .refused: nil
        }
    }
}
