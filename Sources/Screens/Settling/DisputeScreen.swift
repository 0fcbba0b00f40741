import Game
import Play
import Review
import Text

/// Which of the numbers behind the opponent's last move is disputed.
struct DisputeScreen: Screen {
    private let session: Session
    private let shown: MatchAtStep
    private let numbers: [DisputableNumber]
    private var list = ListState()
    private var notice: String?

    init(_ session: Session) {
        self.session = session
        shown = MatchAtStep(session.record)
        numbers = shown.numbersBehindLastMove
        list.select(numbers.firstIndex { !$0.isSettled } ?? 0, count: numbers.count, visible: numbers.count)
    }

    var actions: [Offer] {
        [Offer(.accept, "dispute this one"), Offer(.back, "leave it"), Offer(.quit)] + Offer.movement
    }

    var prompt: String? { notice }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        notice = nil
        switch action {
        case .back, .quit: return [.pop]
        case .accept: return dispute()
        default:
            _ = list.act(action, count: numbers.count, visible: numbers.count)
            return []
        }
    }

    private mutating func dispute() -> [Request] {
        guard numbers.indices.contains(list.selection) else { return [] }
        do {
            let sealing = try session.sealing(.dispute(numbers[list.selection].number))
            return [.push(SealingScreen(sealing, in: session, over: 2))]
        } catch {
            notice = error.description.capitalizedFirst + "."
            return []
        }
    }

    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request] {
        let row = pointer.row - rows(size).row - 2
        guard pointer.kind == .click, numbers.indices.contains(row) else { return [] }
        list.select(row, count: numbers.count, visible: numbers.count)
        return []
    }

    /// Where the numbers lie, with the title and the question above them.
    private func rows(_ size: Size) -> Area {
        var body = MatchLayout.body(size)
        _ = body.takeTop(liveRows(size))
        return body
    }

    func draw(in grid: inout Grid) {
        grid.settlingFrame(shown)
        var area = rows(grid.size)
        let side = session.sideToMove
        let left = session.position.disputesLeft
        let whole = session.position.ruleset.limits.disputes
        grid.rule(
            area.takeTop(1), title: "\(shown.name(side)) disputes",
            caption: "\(max(0, left[side] - 1)) of \(whole) left after this")
        grid.put("Which number behind \(shown.name(side.opponent))'s last move?", row: area.row, column: 1)
        _ = area.takeTop(1)
        for (index, number) in numbers.enumerated() {
            draw(number, isSelected: index == list.selection, row: area.takeTop(1), &grid)
        }
        guard numbers.indices.contains(list.selection) else { return }
        _ = area.takeTop(1)
        let lines = shown.told(of: numbers[list.selection]).flatMap {
            Line.wrapping($0, width: area.inset(1).columns)
        }
        grid.lines(lines, in: area.inset(1), marksCut: true)
    }

    private func draw(_ number: DisputableNumber, isSelected: Bool, row: Area, _ grid: inout Grid) {
        let settled = number.isSettled ? "   settled before" : ""
        let price = "in force \(number.inForce.credenceText.padded(9))\(number.inForce.description.flushed(6)) bits"
        let text = number.title.clipped(28).padded(30) + price + settled
        let style: Style = number.isSettled ? .faint : isSelected ? .focus : .plain
        grid.put(text, row: row.row, column: 3, style: style, width: row.columns - 4)
        guard isSelected else { return }
        grid.put(String(grid.look.marker), row: row.row, column: 1, style: .strong)
        grid.cursor = (row.row, 1)
    }
}

/// The rows of the live divergence over what is being settled.
func liveRows(_ size: Size) -> Int { MatchLayout.isWide(size) ? 6 : 5 }

extension Grid {
    /// The header, the meters and the live divergence, over something that is being settled.
    mutating func settlingFrame(_ shown: MatchAtStep) {
        header(shown)
        meters(shown)
        var body = MatchLayout.body(size)
        live(shown, in: body.takeTop(liveRows(size)))
    }
}
