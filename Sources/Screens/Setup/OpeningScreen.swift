import Play

/// The moment in which a match's file is made.
struct OpeningScreen: Screen {
    private let setup: Setup
    private let entries: [Entry]
    private var trouble: String?

    init(_ setup: Setup, _ entries: [Entry]) {
        self.setup = setup
        self.entries = entries
    }

    let actions = [Offer(.back, "back")]

    mutating func appear(_ size: Size) -> [Request] {
        [.effect(.begin(setup, entries))]
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] { [.pop] }

    mutating func receive(_ answer: Answer, _ size: Size) -> [Request] {
        switch answer {
        case .begun(let record, let path, let problem):
            return [.enter(MatchScreen(record, path: path, notice: nil, trouble: problem))]
        case .failed(let reason): trouble = reason
        case .rulesets, .discarded, .opened, .journalled, .savedElsewhere, .tutored, .skippedRows, .drafts, .edited,
            .copied:
            break
        }
        return []
    }

    func draw(in grid: inout Grid) {
        let area = grid.area.inset(2)
        if let trouble { grid.paragraph(trouble, in: area, style: .alarm) }
    }
}
