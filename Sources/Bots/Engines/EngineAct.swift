public import Game
import Text

/// An act as an engine names it: notation, and after it what is said with it, or written on a card.
public struct EngineAct: Hashable, Sendable {
    /// Without what is not known.
    let notation: String
    /// What it says with it, or against the move that it disputes.
    let words: String?
    /// What is written on a card that it coins.
    let text: String?

    /// The longest words that are taken, in characters of Unicode; what is said beyond is cut off.
    static let wordsLimit = 1000

    init(_ notation: String, words: String? = nil, text: String? = nil) {
        (self.notation, self.words, self.text) = (notation, words, text)
    }

    /// - Parameter tokens: those of a line, all of the same string; `nil` where they name nothing.
    init?(_ tokens: ArraySlice<Substring>) {
        guard let verb = tokens.first, verb != "none" else { return nil }
        let head = tokens.prefix(EngineAct.length(tokens))
        let rest = tokens[head.endIndex...]
        let mark = rest.firstIndex { $0 == "words" || (verb == "coin" && $0 == "text") } ?? rest.endIndex
        // Options may have what is not known between them.
        let options = verb == "coin" || verb == "dispute" ? rest[..<mark].filter { $0.contains("=") } : []
        notation = (head + options).joined(separator: " ")
        let said = EngineAct.remainder(after: mark, of: rest)
        words = mark < rest.endIndex && rest[mark] == "words" ? said : nil
        text = mark < rest.endIndex && rest[mark] == "text" ? said : nil
    }

    /// Reads what follows a verb of the protocol, such as `offer`.
    public init?(line: String) {
        let tokens = line.split { $0 == " " || $0 == "\t" }
        self.init(tokens.dropFirst())
    }

    /// What it names in a ruleset, with the text on its card.
    public func act(in ruleset: Ruleset) throws(NotationError) -> Act {
        guard notation.hasPrefix("dispute") || notation.hasPrefix("coin") else {
            return .move(try ruleset.move(notation))
        }
        let act = try ruleset.act(notation)
        guard case .coin(var coin, let offers) = act else { return act }
        coin.text = text ?? ""
        return .coin(coin, offers)
    }

    /// How many tokens an act takes without its options.
    private static func length(_ tokens: ArraySlice<Substring>) -> Int {
        let words = tokens.prefix(2).map(String.init)
        switch words[0] {
        case "dispute": return 3
        case "coin": return words.last == "counter" ? 4 : 3
        default: break
        }
        switch Move.Kind(rawValue: words[0]) {
        case .counter: return 3
        case .propose, .sophisticate, .shallower, .misattribute: return 2
        case .concede, nil: return 1
        }
    }

    /// The rest of the line after a token.
    private static func remainder(after mark: Int, of tokens: ArraySlice<Substring>) -> String? {
        guard mark + 1 < tokens.endIndex else { return nil }
        let said = String(tokens[mark].base[tokens[mark + 1].startIndex...]).madePlain
        guard said.unicodeScalars.count > wordsLimit else { return said }
        return String(said.unicodeScalars.prefix(wordsLimit - 1)) + "…"
    }
}

extension Settlement {
    /// As an engine is told of it: notation, and what is written on a card.
    public func engineNotation(in ruleset: Ruleset) -> String {
        let notation = ruleset.notation(of: settled(by: Offers()))
        guard case .coin(let coin) = self, !coin.text.isEmpty else { return notation }
        return notation + " text " + coin.text.split(separator: "\n").joined(separator: " ").madePlain
    }
}
