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

    var isLegal: Bool { outlook != nil }

    fileprivate init(_ prospect: Prospect, _ outlook: Outlook?, _ shown: MatchAtStep) {
        self.prospect = prospect
        self.outlook = outlook
        objections = outlook == nil ? shown.position.objections(to: prospect) : []
        (title, label) = Choice.names(prospect, shown)
    }

    private static func names(_ prospect: Prospect, _ shown: MatchAtStep) -> (title: String, label: String) {
        let card = shown.card(prospect.move)
        let ruleset = shown.ruleset
        switch prospect.move {
        case .propose, .shallower, .misattribute:
            let name = "\(prospect.move.kind.rawValue) \(card)"
            return (name, name)
        case .sophisticate(let feature): return ("+ " + ruleset[feature].clause, card)
        case .counter:
            // What would have to be added matters only where it can be had.
            guard prospect.obstacle == nil, let datum = prospect.datum else {
                let name = card + (prospect.datum.map { ", \($0.provenance.rawValue)" } ?? "")
                return (name, name)
            }
            return (ruleset.title(of: datum), ruleset.label(of: datum))
        case .concede: return (card, card)
        }
    }
}

/// How the list of cards is ordered: by each of its columns, or as the rules list them.
enum SortOrder: CaseIterable, Sendable {
    case bits, step, replies, toll, claimsLeft, rules

    /// As the caption of the list says it; `nil` where a side has no such column.
    func title(_ side: Side) -> String? {
        switch (self, side) {
        case (.bits, .divergence): "by strain"
        case (.bits, .training): "by cost"
        case (.step, .divergence): "by step"
        case (.step, .training): "most drive first"
        case (.replies, .divergence): "by answers"
        case (.replies, .training): "by replies"
        case (.toll, .divergence): "dearest answer first"
        case (.toll, .training): "by dearest reply"
        case (.claimsLeft, .divergence): "most left then first"
        case (.claimsLeft, .training): nil
        case (.rules, _): "in the order of the rules"
        }
    }

    /// The next one that a side has.
    func next(for side: Side) -> SortOrder {
        SortOrder.allCases.filter { $0.title(side) != nil }.after(self)
    }

    /// What comes first of those that are equal: what costs less, but for the rules' own order.
    fileprivate func tie(_ choice: Choice) -> Int { self == .rules ? 0 : choice.prospect.bits.millibits }

    /// What a choice is sorted by; the least comes first.
    fileprivate func key(_ choice: Choice) -> Int {
        let toll = choice.outlook?.toll?.millibits ?? .max
        switch self {
        case .bits: return choice.prospect.bits.millibits
        case .step: return choice.prospect.horizon ?? -(choice.prospect.driveLeft ?? 0)
        case .replies: return choice.outlook?.replies ?? 0
        case .toll: return choice.prospect.divergence == nil ? toll : -toll
        case .claimsLeft: return -(choice.outlook?.claimsLeft ?? .max)
        case .rules: return 0
        }
    }
}

/// Every card that the side to move could think of playing.
struct Choices: Sendable {
    let side: Side
    let legal: [Choice]
    /// Those that cannot be had now, with the reasons; in canonical order.
    let barred: [Choice]
    private let shown: MatchAtStep

    /// Looks one reply ahead for every legal move, and from claims at what stays after it; milliseconds on a ruleset
    /// of eighty cards.
    init(_ shown: MatchAtStep) {
        self.shown = shown
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

    /// What a filter looks through, in lower case: all that the card says, the features by name.
    private func searched(_ choice: Choice) -> String {
        let card = shown.cardLines(choice, width: .max).map(\.text)
        let names = [choice.title, choice.label, shown.ruleset.notation(of: choice.prospect.move)]
        return (names + card).joined(separator: " ").lowercased()
    }

    /// The rows to show: the legal ones in order, then, if asked for, the barred ones.
    func rows(filter: String = "", order: SortOrder = .bits, withBarred: Bool = false) -> [Choice] {
        let needle = filter.lowercased()
        func matching(_ choices: [Choice]) -> [Choice] {
            needle.isEmpty ? choices : choices.filter { searched($0).contains(needle) }
        }
        let sorted = matching(legal).enumerated().sorted { left, right in
            (order.key(left.element), order.tie(left.element), left.offset)
                < (order.key(right.element), order.tie(right.element), right.offset)
        }
        return sorted.map(\.element) + (withBarred ? matching(barred) : [])
    }
}
