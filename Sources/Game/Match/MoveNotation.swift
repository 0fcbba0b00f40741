import Text

extension Ruleset {
    /// The one line by which saves, engines and tests speak of a move.
    public func notation(of move: Move) -> String {
        switch move {
        case .propose(let pattern), .shallower(let pattern), .misattribute(let pattern):
            "\(move.kind.rawValue) \(self[pattern].identifier)"
        case .sophisticate(let feature):
            "\(move.kind.rawValue) \(self[feature].identifier)"
        case .counter(let situation, let provenance):
            "\(move.kind.rawValue) \(self[situation].identifier) \(provenance.rawValue)"
        case .concede:
            move.kind.rawValue
        }
    }

    /// The move that a line of notation names; it need not be legal anywhere.
    public func move(_ notation: String) throws(NotationError) -> Move {
        let words = notation.split(separator: " ").map(String.init)
        guard let verb = words.first else { throw .empty }
        guard let kind = Move.Kind(rawValue: verb) else { throw .unknownVerb(verb) }
        let expected = kind == .concede ? 1 : kind == .counter ? 3 : 2
        guard words.count == expected else { throw .shape(kind, words: words.count - 1) }
        switch kind {
        case .concede: return .concede
        case .propose: return .propose(try pattern(words[1]))
        case .shallower: return .shallower(try pattern(words[1]))
        case .misattribute: return .misattribute(try pattern(words[1]))
        case .sophisticate:
            return .sophisticate(try feature(words[1]))
        case .counter:
            let situation = try situation(words[1])
            guard let provenance = Provenance(rawValue: words[2]) else {
                throw .unknownProvenance(words[2])
            }
            return .counter(situation, provenance)
        }
    }

    func pattern(_ identifier: String) throws(NotationError) -> Pattern.ID {
        Pattern.ID(try index(of: identifier, in: patterns.map(\.identifier), kind: "pattern"))
    }

    func feature(_ identifier: String) throws(NotationError) -> Feature.ID {
        Feature.ID(try index(of: identifier, in: features.map(\.identifier), kind: "feature"))
    }

    func situation(_ identifier: String) throws(NotationError) -> Situation.ID {
        Situation.ID(try index(of: identifier, in: situations.map(\.identifier), kind: "situation"))
    }

    /// The place of a row of the table.
    func row(_ identifier: String) throws(NotationError) -> Int {
        try index(of: identifier, in: rows.map(\.identifier), kind: "row")
    }

    private func index(of identifier: String, in known: [String], kind: String) throws(NotationError) -> Int {
        if let index = known.firstIndex(of: identifier) { return index }
        throw .unknownCard(kind: kind, identifier: identifier, nearest: nearest(to: identifier, among: known))
    }
}
