import Game

/// What an engine says on a line, as `ENGINES.md` has it.
enum EngineLine: Hashable {
    /// It has said hello.
    case hello
    /// It has done all that it was told.
    case ready
    /// It writes for what the other side raises.
    case offers
    /// The act in notation; `nil` where it has none, or named none.
    case bestMove(EngineAct?)
    /// What it writes down; `nil`: none, or nothing that is a credence.
    case offer(Credence?)
    /// An option that it has.
    case option(name: String)
    /// Anything that is not needed here.
    case other

    init(_ line: String) {
        let tokens = line.split { $0 == " " || $0 == "\t" }
        switch tokens.first {
        case "ok": self = .hello
        case "ready": self = .ready
        case "offers": self = .offers
        case "bestmove": self = .bestMove(EngineAct(tokens.dropFirst()))
        case "offer": self = .offer(tokens.dropFirst().first.flatMap { Credence(String($0)) })
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
}
