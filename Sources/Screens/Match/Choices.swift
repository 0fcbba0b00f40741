import Bots
import Game
import Review

/// A card that could be played, with what it would come to.
struct Choice: Sendable {
    let prospect: Prospect
    /// What a legal move leaves the opponent; `nil` for one that cannot be made.
    let outlook: Outlook?
    /// As the list names it: in full, with the clauses of what is added, or with names where there is little room.
    let title: String
    let label: String
    /// What stands against it; empty when it is legal.
    let objections: [String]
    /// Lower-case text that a filter looks through.
    let searched: String

    var isLegal: Bool { outlook != nil }

    fileprivate init(_ prospect: Prospect, _ outlook: Outlook?, _ shown: MatchAtPly) {
        self.prospect = prospect
        self.outlook = outlook
        objections = outlook == nil ? shown.position.objections(to: prospect) : []
        (title, label) = Choice.names(prospect, shown)
        let text = shown.ruleset.card(prospect.move)?.text ?? ""
        searched = "\(label) \(text) \(shown.ruleset.notation(of: prospect.move))".lowercased()
    }

    private static func names(_ prospect: Prospect, _ shown: MatchAtPly) -> (title: String, label: String) {
        let card = shown.card(prospect.move)
        let ruleset = shown.ruleset
        switch prospect.move {
        case .propose, .shallower, .misattribute:
            let name = "\(prospect.move.kind.rawValue) \(card)"
            return (name, name)
        case .sophisticate(let feature): return ("+ " + ruleset[feature].clause, card)
        case .counter:
            // What would have to be added matters only where it can be had.
            guard prospect.obstacle == nil, let datum = prospect.datum else { return (card, card) }
            return (ruleset.title(of: datum), ruleset.label(of: datum))
        case .concede: return (card, card)
        }
    }
}

/// How the list of cards is ordered.
enum SortOrder: CaseIterable, Sendable {
    case bits, left, replies, rules

    func title(_ side: Side) -> String {
        switch self {
        case .bits: side == .divergence ? "by strain" : "by cost"
        case .left: "least left first"
        case .replies: side == .divergence ? "by answers" : "by replies"
        case .rules: "in the order of the rules"
        }
    }
}

/// Every card that the side to move could think of playing.
struct Choices: Sendable {
    let side: Side
    let legal: [Choice]
    /// Those that cannot be had now, with the reasons; in canonical order.
    let barred: [Choice]

    /// Looks one reply ahead for every legal move; milliseconds on a ruleset of eighty cards.
    init(_ shown: MatchAtPly) {
        let position = shown.position
        side = position.sideToMove
        let thinkable = position.prospects.filter { Choices.isThinkable($0, in: position) }
        legal = thinkable.filter(\.isLegal).map { Choice($0, position.outlook(of: $0), shown) }
        barred = thinkable.filter { !$0.isLegal }.map { Choice($0, nil, shown) }
    }

    /// Moves whose very name makes no sense now, such as a deeper `shallower`, are not worth a line.
    private static func isThinkable(_ prospect: Prospect, in position: Position) -> Bool {
        switch prospect.obstacle {
        case .nothingLive, .alreadyNeeded, .notShallower, .samePattern, .notMisattributing, .namedShallower,
            .otherFamily, .notYourTurn, .matchOver, .nothingDeliberate:
            false
        case .neverHappens, .whacked, .hidden, .excluded, .situationNotHad, .featureNotHad, nil:
            !prospect.breaks.contains(.hardMode)
                && !(position.rules.mode == .hard && prospect.datum?.provenance == .deliberate)
        }
    }

    /// The rows to show: the legal ones in order, then, if asked for, the barred ones.
    func rows(filter: String = "", order: SortOrder = .bits, withBarred: Bool = false) -> [Choice] {
        let needle = filter.lowercased()
        func matching(_ choices: [Choice]) -> [Choice] {
            needle.isEmpty ? choices : choices.filter { $0.searched.contains(needle) }
        }
        let sorted = matching(legal).enumerated().sorted { left, right in
            (key(left.element, order), left.offset) < (key(right.element, order), right.offset)
        }
        return sorted.map(\.element) + (withBarred ? matching(barred) : [])
    }

    private func key(_ choice: Choice, _ order: SortOrder) -> Int {
        switch order {
        case .bits: choice.prospect.bits.millibits
        case .left: -choice.prospect.bits.millibits
        case .replies: choice.outlook?.replies ?? 0
        case .rules: 0
        }
    }
}
