import Game

/// What a persona says in a match, no line twice: what it has said follows from the moves so far.
struct Speech {
    private let persona: Persona
    private let side: Side
    private let turn: Turn
    private let believed: Rules
    /// Every move that was made, also those that went back since: what was said with them, or against them, has been said.
    private let made: [Match.Ply]
    /// Lines taken from each list.
    private var taken: [List: Int] = [:]
    /// What it objects to the opponent's last move.
    private(set) var objection: String?

    /// Lines that are said one after the other.
    private enum List: Hashable {
        case play(String), meet(String), add(String)
        case move(Move.Kind)
        case objection
        case verdict(Verdict.Reason.Kind)
    }

    init(_ persona: Persona, as side: Side, _ turn: Turn, _ believed: Rules) {
        self.persona = persona
        self.side = side
        self.turn = turn
        self.believed = believed
        made = turn.match.steps.compactMap(\.made)
        for (index, ply) in made.enumerated() {
            if ply.before.sideToMove == side {
                _ = lines(with: ply.move, ply: index)
            } else {
                objection = objection(to: ply.move, ply: index)
            }
        }
    }

    /// What it says with the move it is about to make.
    mutating func words(with move: Move) -> String? {
        let lines = lines(with: move, ply: made.count)
        return lines.isEmpty ? nil : lines.joined(separator: " ")
    }

    /// What it says at the end; nothing after its own concession, which had its words.
    var remark: String? {
        guard let verdict = turn.match.verdict, let reason = verdict.reasons.first,
            reason.kind != .conceded || verdict.winner == side
        else { return nil }
        var speech = self
        let template = speech.next(.verdict(reason.kind), persona.sayings.verdict[reason.kind])
        let last = made.lastIndex { $0.move != .concede }
        return template.map { filled($0, claim: last.map { made[$0].move }, ply: last ?? 0) }
    }

    /// An answer to the card just met and to what was added to it, and what goes with its own.
    private mutating func lines(with move: Move, ply: Int) -> [String] {
        let sayings = persona.sayings
        var said: [String] = []
        // In place of a move of its own that went back it makes another, and has answered what it met.
        if ply > 0, made[ply - 1].before.sideToMove != side {
            let answered = made[ply - 1].move
            let met = card(answered).flatMap { next(.meet($0), sayings.meet[$0]) }
            said += [met, onAdditions(to: answered, ply: ply - 1)].compactMap(\.self)
                .map { filled($0, claim: answered, ply: ply - 1) }
        }
        let played = card(move).flatMap { next(.play($0), sayings.play[$0]) }
        let added = onAdditions(to: move, ply: ply)
        let own = [played, added].compactMap(\.self)
        said += (own.isEmpty ? [next(.move(move.kind), sayings.moves[move.kind])].compactMap(\.self) : own)
            .map { filled($0, claim: move, ply: ply) }
        return said
    }

    private func card(_ move: Move) -> String? { turn.match.ruleset.card(move)?.identifier }

    /// What it says of the first feature added to a datum on which it has something left to say.
    private mutating func onAdditions(to move: Move, ply: Int) -> String? {
        guard case .counter = move, let datum = position(before: ply).prospect(of: move).datum else { return nil }
        for feature in datum.added {
            let identifier = turn.match.ruleset[feature].identifier
            if let line = next(.add(identifier), persona.sayings.add[identifier]) { return line }
        }
        return nil
    }

    /// On a claim that is a bit or more dearer by its own profile than by the match's.
    private mutating func objection(to move: Move, ply: Int) -> String? {
        guard let asked = price(of: move, ply: ply, by: position(before: ply).rules),
            let own = price(of: move, ply: ply, by: believed), own.millibits >= asked.millibits + 1000,
            let line = next(.objection, persona.sayings.objection)
        else { return nil }
        return filled(line, claim: move, ply: ply)
    }

    /// The next of a list in an order drawn from the seed; `nil` once all have been said.
    private mutating func next(_ list: List, _ lines: [String]?) -> String? {
        let count = taken[list, default: 0]
        guard let lines, count < lines.count else { return nil }
        taken[list] = count + 1
        // Of its own for each list, or all pairs of lines would turn alike.
        let salt = lines[0].utf8.reduce(UInt64(lines.count)) { $0 &* 31 &+ UInt64($1) }
        var random = SplitMix64(seed: turn.seed ^ salt)
        return lines.shuffled(using: &random)[count]
    }

    /// What a move claims anew: a pattern, one more condition, or a datum. `nil` for what cannot be had.
    private func price(of move: Move, ply: Int, by rules: Rules) -> Bits? {
        switch move {
        case .propose(let pattern), .shallower(let pattern), .misattribute(let pattern):
            rules.prices.pattern[pattern.index]
        case .sophisticate(let feature):
            rules.prices.condition[feature.index]
        case .counter:
            position(before: ply).prospect(of: move).datum.flatMap(rules.cost)
        case .concede:
            nil
        }
    }
}

extension Speech {
    /// A line with its placeholders filled in, as things stand after a ply.
    private func filled(_ line: String, claim: Move?, ply: Int) -> String {
        line.split(separator: "{", omittingEmptySubsequences: false).enumerated().map { index, piece in
            guard index > 0, let end = piece.firstIndex(of: "}") else { return String(piece) }
            let placeholder = Persona.Placeholder(rawValue: String(piece[..<end]))
            return (placeholder.map { value(of: $0, claim, ply) } ?? "") + piece[piece.index(after: end)...]
        }.joined()
    }

    private func value(of placeholder: Persona.Placeholder, _ claim: Move?, _ ply: Int) -> String {
        let position = position(after: claim, ply: ply)
        let price = claim.flatMap { self.price(of: $0, ply: ply, by: turn.match.rules) } ?? .zero
        switch placeholder {
        case .card: return claim.flatMap(turn.match.ruleset.card)?.name ?? ""
        case .pattern: return position.live.map { turn.match.ruleset[$0.pattern].name } ?? ""
        case .bits: return "\(price) bits"
        case .credence: return price.credenceText
        case .believed:
            return claim.flatMap { self.price(of: $0, ply: ply, by: believed) }?.credenceText ?? "nothing"
        case .left: return "\(position.limit(of: side) - position.strain(of: side)) bits"
        case .data: return numeral(position.corpus.count)
        case .horizon: return position.horizon.map { "\($0)" } ?? "never"
        case .pivotal: return "\(position.pivotalStep)"
        case .opponent: return turn.opponent
        }
    }

    /// Where a ply was made, or the next one will be.
    private func position(before ply: Int) -> Position {
        ply < made.count ? made[ply].before : turn.position
    }

    /// Where the match stands once a claim has been made.
    private func position(after claim: Move?, ply: Int) -> Position {
        if ply + 1 < made.count { return made[ply + 1].before }
        if ply < made.count { return turn.position }
        return claim.flatMap { try? turn.position.playing($0) } ?? turn.position
    }
}

/// A count in words, as far as ten.
private func numeral(_ count: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return words.indices.contains(count) ? words[count] : "\(count)"
}
