import Game
import Play
import Review
import Text

/// The bids that settle a match's limit, and who plays what: each written sealed, then all told. Source: RULES §15.
struct BidsScreen: Screen {
    private let setup: Setup
    private var form: SealedForm?
    /// What the bots bid; `nil` until that has been worked out.
    private var botBids: [Side: Bits]?
    /// Whether everybody at the keyboard has written.
    private var isWritten: Bool

    init(_ setup: Setup) {
        self.setup = setup
        let range = setup.bidRange
        let fields = setup.bidders.map { SealedField(.bid(range), of: $0) }
        form = fields.isEmpty ? nil : SealedForm(fields, asksForAll: true)
        isWritten = fields.isEmpty
        botBids = fields.count == Side.allCases.count ? [:] : nil
    }

    /// The set-up by the bids; `nil` until all have been made.
    private var settled: Setup? {
        guard isWritten, let botBids else { return nil }
        let written = (form?.fields ?? []).compactMap { field in field.bits.map { (field.side, $0) } }
        return setup.settled(by: botBids.merging(written) { $1 })
    }

    var isTyping: Bool { !isWritten }

    var prompt: String? {
        guard !isWritten else { return nil }
        return form?.complaint ?? "Enter seal   Esc back"
    }

    var actions: [Offer] {
        let on = settled == nil ? Offer(.hurry, "bid now") : Offer(.accept, "go on")
        return [on, Offer(.back, "back"), Offer(.quit)]
    }

    mutating func appear(_ size: Size) -> [Request] {
        botBids == nil ? [.run(.bid(setup))] : []
    }

    mutating func type(_ key: Key, _ size: Size) -> [Request] {
        switch form?.type(key) {
        case .left: return leave()
        case .finished: isWritten = true
        case .typed, nil: break
        }
        return []
    }

    mutating func paste(_ text: String, _ size: Size) -> [Request] {
        form?.paste(text)
        return []
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        switch action {
        case .accept: settled.map { [.push($0.opening)] } ?? []
        case .hurry: [.hurry(.bid)]
        default: leave()
        }
    }

    private func leave() -> [Request] { [.cancel(.bid), .pop] }

    mutating func receive(_ answer: LateAnswer, _ size: Size) -> [Request] {
        if case .bid(let bids) = answer { botBids = bids }
        return []
    }
}

// How it looks.
extension BidsScreen {
    private var question: String {
        let own = setup.rules.ruleset.limits.plausibility
        let apart = setup.bidders.count > 1 ? " Each writes while the other looks away." : ""
        return "Within how many bits can Training win here, under \(setup.profile ?? "house") credences and in "
            + "\(setup.mode.rawValue) mode? The lower bid plays Training, the higher Divergence, and the limit is the "
            + "mean; so nothing beats bidding what you believe.\(apart) Write \(TypedBits.ways), at most "
            + "\(setup.bidRange.upperBound.exactBits). Empty is the ruleset's own limit, \(own.exactText)."
    }

    func draw(in grid: inout Grid) {
        grid.headline("Bids")
        var area = Area(row: 2, column: 2, columns: min(76, grid.size.columns - 4), rows: grid.size.rows - 4)
        if let settled, let text = BidsText(settled) {
            for sentence in text.sentences(after: setup) {
                let used = grid.paragraph(sentence, in: area)
                _ = area.takeTop(used + 1)
            }
            return grid.cursor = (area.row, area.column)
        }
        let used = grid.paragraph(question, in: area)
        _ = area.takeTop(used + 1)
        if let form, !isWritten { _ = area.takeTop(form.draw(in: &grid, row: area.row, setup.players)) }
        if isWritten { grid.cursor = (area.row, area.column) }
        for side in Side.allCases where !setup.players[side].isHuman {
            let state = botBids == nil ? "is working out a bid" : "has sealed a bid"
            grid.put("\(setup.players[side].name) \(state).", row: area.row, column: 2, width: area.columns)
            _ = area.takeTop(1)
        }
    }
}
