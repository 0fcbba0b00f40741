import Game

/// What a bot says, with where the words stand that it is said on.
struct PlacedSayings {
    var sayings = Persona.Sayings()
    var play: [Placed<String>] = []
    var meet: [Placed<String>] = []
    var moves: [Placed<Move.Kind>] = []
}

extension Format where Value == PlacedSayings {
    /// The sayings of a bot that plays these sides.
    static func sayings(_ words: ScriptVocabulary, for sides: [Side]) -> Format {
        mapping("set of sayings") { mapping in
            let line = Format<String>.line(amid: DistinctLines())
            let lines = Format<[String]>.list(of: "lines", line)
            var placed = PlacedSayings()
            for entry in mapping.optional("play", words.scope(of: sides).mapping(to: line)) ?? [] {
                placed.sayings.play[entry.key.value] = entry.part
                placed.play.append(entry.key)
            }
            for entry in mapping.optional("meet", words.scope(of: sides.map(\.opponent)).mapping(to: line)) ?? [] {
                placed.sayings.meet[entry.key.value] = entry.part
                placed.meet.append(entry.key)
            }
            for entry in mapping.optional("moves", Keywords.kinds.mapping(to: lines)) ?? []
            where !entry.part.isEmpty {
                placed.sayings.moves[entry.key.value] = entry.part
                placed.moves.append(entry.key)
            }
            placed.sayings.objection = mapping.optional("objection", lines) ?? []
            for entry in mapping.optional("verdict", Keywords.reasons.mapping(to: lines)) ?? []
            where !entry.part.isEmpty {
                placed.sayings.verdict[entry.key.value] = entry.part
            }
            return placed
        }
    }
}

/// The lines of one bot, none of which it says twice.
private final class DistinctLines {
    private static let limit = 1000
    /// Where each line stands.
    private var places: [String: Place] = [:]

    func add(_ line: String, at place: Place, _ report: Report) {
        if let first = places[line] {
            report.error("the same line as on line \(first.line): nothing is said twice", at: place)
        } else if places.count == Self.limit {
            report.error("a bot has at most \(Self.limit) lines to say", at: place)
        }
        places[line] = places[line] ?? place
    }
}

extension Format where Value == String {
    private static var lineLimit: Int { 300 }

    /// Something that a bot says.
    fileprivate static func line(amid others: DistinctLines) -> Format {
        text.atMost(lineLimit, "line").then { line, place, report in
            for problem in line.placeholderProblems { report.error("\(problem)", at: place) }
            others.add(line, at: place, report)
            return line
        }
    }
}

/// What is wrong with the braces of a line.
private enum PlaceholderProblem: CustomStringConvertible {
    case unknown(String)
    case neverClosed, neverOpened

    private static let known = Persona.Placeholder.allCases.map(\.rawValue)

    var description: String {
        switch self {
        case .unknown(let word):
            "unknown placeholder \("{\(word)}".quoted)\(word.suggestion(among: Self.known)) (known: "
                + Self.known.joined(separator: ", ") + ")"
        case .neverClosed: "a “{” that no “}” closes"
        case .neverOpened: "a “}” that no “{” opens"
        }
    }
}

extension String {
    fileprivate var placeholderProblems: [PlaceholderProblem] {
        var problems: [PlaceholderProblem] = []
        var word: String.UnicodeScalarView?
        for scalar in unicodeScalars {
            switch scalar {
            case "{":
                if word != nil { problems.append(.neverClosed) }
                word = String.UnicodeScalarView()
            case "}":
                if let word, Persona.Placeholder(rawValue: String(word)) == nil {
                    problems.append(.unknown(String(word)))
                }
                if word == nil { problems.append(.neverOpened) }
                word = nil
            default: word?.append(scalar)
            }
        }
        return word == nil ? problems : problems + [.neverClosed]
    }
}
