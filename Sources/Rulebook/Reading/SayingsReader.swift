import Game

/// What a bot says, with where the words stand that it is said on.
struct PlacedSayings {
    var sayings = Persona.Sayings()
    var play: [Placed<String>] = []
    var meet: [Placed<String>] = []
    var add: [Placed<String>] = []
    var moves: [Placed<Move.Kind>] = []
}

extension Format where Value == PlacedSayings {
    /// The sayings of a bot that plays these sides.
    static func sayings(_ words: ScriptVocabulary, for sides: [Side]) -> Format {
        mapping("set of sayings") { mapping in
            let line = Format<String>.line(amid: DistinctLines())
            let lines = Format<[String]>.list(of: "lines", line)
            func byCard(_ key: String, _ scope: CardScope) -> [(key: Placed<String>, part: [String])] {
                (mapping.optional(key, scope.mapping(to: .oneOrMore(line))) ?? []).filter { !$0.part.isEmpty }
            }
            let play = byCard("play", words.scope(of: sides))
            let meet = byCard("meet", words.scope(of: sides.map(\.opponent)))
            let add = byCard("add", words.features)
            var placed = PlacedSayings(play: play.map(\.key), meet: meet.map(\.key), add: add.map(\.key))
            placed.sayings.play = byIdentifier(play)
            placed.sayings.meet = byIdentifier(meet)
            placed.sayings.add = byIdentifier(add)
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

    private static func byIdentifier(_ entries: [(key: Placed<String>, part: [String])]) -> [String: [String]] {
        Dictionary(entries.map { ($0.key.value, $0.part) }) { first, _ in first }
    }
}

extension Format where Value == [String] {
    /// One thing that a bot says, or several, of which it takes one after the other.
    fileprivate static func oneOrMore(_ line: Format<String>) -> Format {
        let lines = Format.list(of: "lines", line)
        return Format("a line, or a list of lines") { node, report in
            if case .list = node.content { lines.read(node, report) } else { line.map { [$0] }.read(node, report) }
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
