import Game

extension Format where Value == [[Placed<Move>]] {
    private static var moveLimit: Int { 100 }

    /// Lines of moves from the start of a match, the sides in turn.
    static func openings(_ lists: CardLists) -> Format {
        let line = Format<[YAMLNode]>.nodes("a list of moves").then { nodes, _, report in
            nodes.enumerated().compactMap { index, node in
                Format<Move>.move(of: index % 2 == 0 ? .divergence : .training, lists).placed.read(node, report)
            }
        }
        return list(
            of: "openings", line.filled(or: "there is nothing to follow").capped(at: moveLimit, "moves"))
    }
}

extension Format where Value == Move {
    /// A move of one side in notation, not a concession.
    fileprivate static func move(of side: Side, _ lists: CardLists) -> Format {
        Format<String>.text.then { text, place, report in
            let words = text.split(separator: " ").map(String.init)
            guard let verb = words.first else { return nil }
            guard let kind = Move.Kind(rawValue: verb) else {
                report.error(
                    "\(verb.quoted) is no kind of move\(verb.suggestion(among: Move.Kind.allCases.map(\.rawValue)))",
                    at: place)
                return nil
            }
            guard kind.side == side else {
                let complaint = kind == .concede ? "an opening has no concession" : "it is \(side.player)'s turn here"
                report.error(complaint, at: place)
                return nil
            }
            guard words.count == (kind == .counter ? 3 : 2) else {
                report.error("\(NotationError.shape(kind, words: words.count - 1))", at: place)
                return nil
            }
            return move(kind, words, YAMLNode(place: place, content: .quoted(words[1])), lists, report)
        }
    }

    private static func move(
        _ kind: Move.Kind, _ words: [String], _ card: YAMLNode, _ lists: CardLists, _ report: Report
    )
        -> Move?
    {
        switch kind {
        case .propose, .shallower, .misattribute:
            Format<Int>.word(of: lists.patterns.vocabulary).read(card, report).map(Pattern.ID.init).map {
                kind == .propose ? .propose($0) : kind == .shallower ? .shallower($0) : .misattribute($0)
            }
        case .sophisticate:
            Format<Int>.word(of: lists.features.vocabulary).read(card, report).map { .sophisticate(Feature.ID($0)) }
        case .counter:
            counter(words, card, lists, report)
        case .concede:
            nil
        }
    }

    private static func counter(_ words: [String], _ card: YAMLNode, _ lists: CardLists, _ report: Report) -> Move? {
        let situation = Format<Int>.word(of: lists.situations.vocabulary).read(card, report)
        guard let provenance = Provenance(rawValue: words[2]) else {
            report.error("\(NotationError.unknownProvenance(words[2].cut))", at: card.place)
            return nil
        }
        return situation.map { .counter(Situation.ID($0), provenance) }
    }
}
