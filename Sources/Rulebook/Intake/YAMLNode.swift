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
    }

    let place: Place
    let content: Content

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
