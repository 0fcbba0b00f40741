import Game
import Play
import Review
import Text

/// One thing that happened in a debate, and where it left the match.
struct Turn: Sendable {
    /// From 1.
    let step: Int
    /// The number of the move; `nil` where none was made.
    let ply: Int?
    let side: Side
    let name: String
    /// In notation.
    let act: String
    /// When it was written down; may be empty.
    let time: String
    let kind: Kind
    /// What whoever acts does, a sentence: a stage direction.
    let direction: String
    /// How a number was settled on the way, a sentence each.
    let rulings: [String]
    /// What was claimed or answered; empty where nothing was.
    let title: String
    /// What was said, or `nil`: then the card speaks.
    let words: String?
    /// What the card says by itself; may be empty.
    let scene: String
    /// What it strains or costs; `nil` where it claims nothing.
    let price: Bits?
    let provenance: Provenance?
    /// The claim that a datum whacked.
    let whacked: String?
    let objection: Objection?
    let wentBack: Bool
    let position: Position
    /// What best play comes to from there; `nil` where that is not known.
    let value: Evaluation.Price?
    let mark: Judged.Mark?
    /// How many bits it lost for its side; `nil` where that is not proven, or it is no move.
    let loss: Loss?

    enum Kind: String, Sendable {
        case move, dispute, coin
    }

    /// What the other side has against it.
    struct Objection: Hashable, Sendable {
        let name: String
        let words: String
    }

    /// What a player says, or else what the card does; empty for who concedes without a word.
    var line: String { words ?? scene }

    /// The price as it stands beside a line: `2.12 bits, 1 in 4`.
    var priceText: String? { price.map { "\($0) bits, \($0.credenceText)" } }
}

extension Turn {
    /// - Parameters:
    ///   - before: where it happened.
    ///   - after: where it led.
    ///   - index: its place among all, from 0.
    init(_ event: Event, between before: MatchAtStep, _ after: MatchAtStep, at index: Int, _ judged: Judged) {
        let entry = before.nextEntry
        step = index + 1
        act = entry.map { before.record.match.ruleset.notation(of: $0.act) } ?? ""
        time = (entry?.time ?? "").handedOn
        position = after.position
        value = judged.value(index + 1)
        mark = judged.mark(index)
        loss = judged.loss(index)
        rulings = (event.ruling.map(before.sentences) ?? []).map(\.handedOn)
        switch event {
        case .move(let said):
            kind = .move
            ply = said.ply
            side = said.side
            direction = before.direction(said).handedOn
            title = said.prospect.move == .concede ? "" : before.title(said.prospect).handedOn
            words = said.words?.handedOn
            scene = before.account(said.prospect).joined(separator: " ").handedOn
            price = said.prospect.move == .concede ? nil : said.prospect.bits
            provenance = said.prospect.datum?.provenance
            whacked = said.prospect.datum == nil ? nil : before.liveTitle?.handedOn
            objection = said.objection.map {
                Objection(name: before.name(said.side.opponent).handedOn, words: $0.handedOn)
            }
            wentBack = said.wentBack
        case .ruling(let ruling), .coin(let ruling):
            kind = ruling.isCoin ? .coin : .dispute
            ply = nil
            side = ruling.side
            direction = ""
            title = before.title(of: ruling.number.number).handedOn
            words = entry?.words?.handedOn
            scene = ""
            price = ruling.after
            (provenance, whacked, objection, wentBack) = (nil, nil, nil, false)
        }
        name = before.name(side).handedOn
    }
}

extension MatchAtStep {
    /// What the live divergence is called; `nil` where none is.
    fileprivate var liveTitle: String? { position.live.map(record.match.ruleset.title) }

    /// What is done by a move, as a stage direction.
    fileprivate func direction(_ said: Event.Said) -> String {
        let name = name(said.side), title = "“\(title(said.prospect))”"
        switch said.prospect.move {
        case .propose: return "\(name) proposes \(title)."
        case .sophisticate(let feature):
            return "\(name) makes it wait for “\(record.match.ruleset[feature].name)” as well: \(title)."
        case .shallower: return "\(name) falls back on the shallower \(title)."
        case .misattribute: return "\(name) says it learned \(title) instead."
        case .counter(_, let provenance): return "\(name) answers with \(title), \(provenance.rawValue) data."
        case .concede: return "\(name) concedes."
        }
    }
}
