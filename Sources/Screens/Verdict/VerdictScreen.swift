import Archive
import Engine

/// How a match ended, told in full.
struct VerdictScreen: Screen {
    private let record: MatchRecord
    private let path: String?
    private let trouble: String?
    private var top = 0

    init(_ record: MatchRecord, path: String?, trouble: String?) {
        self.record = record
        self.path = path
        self.trouble = trouble
    }

    var actions: [Offer] {
        [Offer(.accept, "to the title"), Offer(.left, "step through"), Offer(.back), Offer(.quit)]
            + Offer.movement
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        let count = lines(width: width(size)).count
        let rows = size.rows - 4
        switch action {
        case .accept, .back, .quit: return [.effect(.close), .enter(TitleScreen())]
        case .left: return [.push(ReplayScreen(record, path: path, notice: nil))]
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
