import Archive
import Engine

/// How a match ended, told in full.
struct VerdictScreen: Screen {
    private let record: MatchRecord
    private let path: String?
    private let trouble: String?
    private var top = 0
    private var notice: String?

    init(_ record: MatchRecord, path: String?, trouble: String?) {
        self.record = record
        self.path = path
        self.trouble = trouble
    }

    var actions: [Offer] {
        [
            Offer(.accept, "to the title"), Offer(.left, "review"), Offer(.rematch, "rematch"),
            Offer(.copy, "copy as text"), Offer(.back), Offer(.quit, "leave"),
        ] + Offer.movement
    }

    var prompt: String? { notice }

    mutating func receive(_ answer: Answer, _ size: Size) -> [Request] {
        switch answer {
        case .copied(let path?): notice = "Copied where the terminal allows it, and written to \(path)."
        case .copied(nil): notice = "Copied where the terminal allows it."
        case .failed(let reason): notice = reason
        default: break
        }
        return []
    }

    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request] {
        pointer.kind == .click ? [] : act(pointer.kind == .wheelUp ? .up : .down, size)
    }

    /// The same set-up with the sides swapped.
    private var rematch: [Request] {
        let header = record.header
        let setup = Setup(
            ruleset: record.ruleset, profile: header.profile, mode: header.mode,
            players: .init(divergence: header.players.training, training: header.players.divergence))
        return [.effect(.close), .push(setup.opening)]
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        notice = nil
        let count = lines(width: width(size)).count
        let rows = size.rows - 4
        switch action {
        case .accept, .back, .quit: return [.effect(.close), .enter(TitleScreen())]
        case .left: return [.push(ReplayScreen(record, path: path, notice: nil))]
        case .rematch: return rematch
        case .copy: return [.effect(.copy(Telling(record).text, beside: path))]
        case .up: top -= 1
        case .down: top += 1
        case .pageUp: top -= rows
        case .pageDown: top += rows
        case .first: top = 0
        case .last: top = count
        default: break
        }
        top = max(0, min(top, count - rows))
        return []
    }

    private func width(_ size: Size) -> Int { min(size.columns - 4, 100) }

    private func lines(width: Int) -> [Line] {
        let telling = Telling(record)
        func section(_ title: String, _ texts: [String]) -> [Line] {
            guard !texts.isEmpty else { return [] }
            return [Line(""), Line(title, style: .faint)]
                + texts.flatMap { Line.wrapping($0, width: width) }
        }
        let verdict = Line.wrapping(telling.verdict ?? "", width: width, style: .strong)
        let saved = trouble.map { "Not saved: \($0)" } ?? "Saved in \(path ?? "memory only")."
        return verdict + telling.grade.flatMap { Line.wrapping($0, width: width) }
            + section("Forced towards", telling.horns)
            + section("Predictions", telling.predictions)
            + section("The exchange", telling.story)
            + [Line("")] + Line.wrapping(saved, width: width, style: trouble == nil ? .faint : .alarm)
    }

    func draw(in grid: inout Grid) {
        let lines = lines(width: width(grid.size))
        let rows = grid.size.rows - 4
        let caption = lines.count > rows ? "Down for more" : ""
        grid.rule(
            Area(row: 0, column: 0, columns: grid.size.columns, rows: 1), title: "Verdict",
            caption: top + rows < lines.count ? caption : "")
        let area = Area(row: 2, column: 2, columns: width(grid.size), rows: rows)
        grid.lines(lines, in: area, from: top)
        grid.cursor = (2, 2)
    }
}
