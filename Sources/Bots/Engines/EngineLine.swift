import Game
import Text

/// What an engine says on a line, as `ENGINES.md` has it.
enum EngineLine: Hashable {
    /// It has said hello.
    case hello
    /// It has done all that it was told.
    case ready
    /// The move in notation; `nil` where it has none, or named none.
    case bestMove(String?, words: String?)
    /// An option that it has.
    case option(name: String)
    /// Anything that is not needed here.
    case other

    init(_ line: String) {
        let tokens = line.split { $0 == " " || $0 == "\t" }
        switch tokens.first {
        case "ok": self = .hello
        case "ready": self = .ready
        case "bestmove": self = .bestMove(EngineLine.move(tokens.dropFirst()), words: EngineLine.words(tokens))
        case "option": self = EngineLine.option(tokens)
        default: self = .other
        }
    }

    /// The name is all between `name` and what else the protocol says of an option.
    private static func option(_ tokens: [Substring]) -> EngineLine {
        guard tokens.count > 2, tokens[1] == "name" else { return .other }
        let name = tokens[2...].prefix { $0 != "type" && $0 != "default" }
        return name.isEmpty ? .other : .option(name: name.joined(separator: " "))
    }

    /// The longest words that are taken, in characters of Unicode; what is said beyond is cut off.
    static let wordsLimit = 1000

    private static func move(_ tokens: ArraySlice<Substring>) -> String? {
        guard let verb = tokens.first, verb != "none" else { return nil }
        return tokens.prefix(moveLength(verb)).joined(separator: " ")
    }

    /// How many tokens a move takes.
    private static func moveLength(_ verb: Substring) -> Int {
        switch Move.Kind(rawValue: String(verb)) {
        case .counter: 3
        case .propose, .sophisticate, .shallower, .misattribute: 2
        case .concede, nil: 1
        }
    }

    /// What follows `words`, which comes after the move and what is not known.
    private static func words(_ tokens: [Substring]) -> String? {
        let rest = tokens.dropFirst(1 + (tokens.count > 1 ? moveLength(tokens[1]) : 0))
        guard let mark = rest.firstIndex(of: "words"), mark + 1 < rest.endIndex else { return nil }
        let said = String(tokens[0].base[tokens[mark + 1].startIndex...]).madePlain
        guard said.unicodeScalars.count > wordsLimit else { return said }
        return String(said.unicodeScalars.prefix(wordsLimit - 1)) + "…"
    }
}
