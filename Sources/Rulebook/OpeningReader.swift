import Game

extension Format where Value == [[Placed<Move>]] {
    private static var moveLimit: Int { 100 }

    /// Lines of moves from the start of a match, the sides in turn.
    static func openings(_ house: House) -> Format {
        let items = Format<[Item]>("a list of moves") {
            if case .list(let items) = $0 { items } else { nil }
        }
        let line = Format<[Placed<Move>]>(items.expected) { item, report in
            items.read(item, report)?.enumerated().compactMap { index, item in
                Format<Move>.move(of: index % 2 == 0 ? .divergence : .training, house).placed.read(item, report)
            }
        }
        return list(
            of: "openings", line.filled(or: "there is nothing to follow").capped(at: moveLimit, "moves"))
    }
}

extension Format where Value == Move {
    /// A move of one side in notation, not a concession.
    fileprivate static func move(of side: Side, _ house: House) -> Format {
        Format("a move") { item, report in
            guard let text = Format<String>.text.read(item, report) else { return nil }
            let words = text.split(separator: " ").map(String.init)
            guard let verb = words.first else { return nil }
            guard let kind = Move.Kind(rawValue: verb) else {
                report.error(
                    "\(verb.quoted) is no kind of move\(verb.suggestion(among: Move.Kind.allCases.map(\.rawValue)))",
                    at: item.place)
                return nil
            }
            guard kind.side == side else {
                let complaint = kind == .concede ? "an opening has no concession" : "it is \(side.player)'s turn here"
                report.error(complaint, at: item.place)
                return nil
            }
            guard words.count == (kind == .counter ? 3 : 2) else {
                report.error("\(NotationError.shape(kind, words: words.count - 1))", at: item.place)
                return nil
            }
            return move(kind, words, Item(place: item.place, content: .quoted(words[1])), house, report)
        }
    }

    private static func move(_ kind: Move.Kind, _ words: [String], _ card: Item, _ house: House, _ report: Report)
        -> Move?
    {
        switch kind {
        case .propose, .shallower, .misattribute:
            Format<Int>.word(of: house.patterns.vocabulary).read(card, report).map(Pattern.ID.init).map {
                kind == .propose ? .propose($0) : kind == .shallower ? .shallower($0) : .misattribute($0)
            }
        case .sophisticate:
            Format<Int>.word(of: house.features.vocabulary).read(card, report).map { .sophisticate(Feature.ID($0)) }
        case .counter:
            counter(words, card, house, report)
        case .concede:
            nil
        }
    }

    private static func counter(_ words: [String], _ card: Item, _ house: House, _ report: Report) -> Move? {
        let situation = Format<Int>.word(of: house.situations.vocabulary).read(card, report)
        guard let provenance = Provenance(rawValue: words[2]) else {
            report.error("\(NotationError.unknownProvenance(words[2].cut))", at: card.place)
            return nil
        }
        return situation.map { .counter(Situation.ID($0), provenance) }
    }
}
