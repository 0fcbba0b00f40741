import Ensemble
import Game
import Text
import Review

/// What the AI may have learned, as bars: how likely each was, and how much of it stands.
struct EnsemblePane {
    private let ruleset: Ruleset
    private let ensemble: Ensemble
    /// What stands, and what would after an answer that is looked at.
    let caption: String
    /// The likeliest first.
    private let bars: [Ensemble.Bar]
    private let live: Pattern.ID?

    /// - Parameter prospect: the card that is looked at; its effect is shown if it is a datum.
    init(_ position: Position, considering prospect: Prospect? = nil) {
        ruleset = position.ruleset
        live = position.live?.pattern
        let book = EnsembleBook(position.rules)
        ensemble = Ensemble(position, by: book)
        bars = ensemble.bars.sorted { $0.weight > $1.weight }
        if let prospect, prospect.datum != nil, let after = try? position.playing(prospect.move),
            let share = Ensemble(after, by: book).standing
        {
            caption = "\(ensemble.figure) > \(Ensemble.percent(share))"
        } else {
            caption = ensemble.figure
        }
    }

    /// The bars that are scrolled; the intended thing always stays at the top.
    var count: Int { bars.count }

    /// The rows that an area has for them, beside the intended thing and what the marks mean.
    static func rows(in area: Area) -> Int { max(0, area.content.rows - 2) }

    /// The intended thing, the bars as many as fit from `top`, and what the marks mean.
    fileprivate func draw(in grid: inout Grid, _ area: Area, from top: Int) {
        guard area.rows > 0 else { return }
        var area = area
        let columns = Columns(names: names, width: area.columns)
        let longest = max(ensemble.intended, bars.first?.weight ?? 0)
        let intended = area.takeTop(1)
        grid.put(names[0], row: intended.row, column: area.column, width: columns.name)
        let cells = columns.cells(ensemble.intended, of: longest)
        let start = area.column + columns.name + 2
        grid.fill(grid.look.filled, row: intended.row, columns: start..<(start + cells), style: .training)
        let numbers = columns.numbers(ensemble.intended, ensemble.intended)
        grid.put(numbers, row: intended.row, column: start + columns.bar + 1)
        let rows = max(0, area.rows - 1)
        let top = max(0, min(top, bars.count - rows))
        let shown = bars.dropFirst(top).prefix(rows)
        for (offset, bar) in shown.enumerated() {
            draw(bar, longest: longest, columns, in: &grid, area, row: area.row + offset)
        }
        drawFoot(top, shown.count, in: &grid, area)
    }

    private func draw(
        _ bar: Ensemble.Bar, longest: Double, _ columns: Columns, in grid: inout Grid, _ area: Area, row: Int
    ) {
        let style: Style = bar.pattern == live ? .strong : .plain
        grid.put(name(bar), row: row, column: area.column, style: style, width: columns.name)
        let start = area.column + columns.name + 2
        let cells = columns.cells(bar.weight, of: longest)
        func end(_ amount: Double) -> Int { start + Int((amount / bar.weight * Double(cells)).rounded()) }
        grid.fill(grid.look.empty, row: row, columns: start..<(start + cells), style: .faint)
        grid.fill(grid.look.late, row: row, columns: start..<end(bar.standing))
        grid.fill(grid.look.filled, row: row, columns: start..<end(bar.inTime), style: .divergence)
        grid.put(columns.numbers(bar.weight, bar.standing), row: row, column: start + columns.bar + 1)
    }

    /// What the marks mean, and which of the bars are shown.
    private func drawFoot(_ top: Int, _ shown: Int, in grid: inout Grid, _ area: Area) {
        guard area.rows > 0 else { return }
        let row = area.row + min(shown, area.rows - 1)
        let look = grid.look
        let marks = "\(look.filled) in time  \(look.late) too late  \(look.empty) whacked"
        let end = grid.put(marks, row: row, column: area.column, style: .faint, width: area.columns)
        let left = bars.count - shown
        let more = top > 0 ? "\(top + 1)-\(top + shown) of \(bars.count)" : left > 0 ? "and \(left) more" : ""
        guard end + 2 + more.columns <= area.column + area.columns else { return }
        grid.putRight(more, row: row, end: area.column + area.columns, style: .faint)
    }

    private var names: [String] { ["The intended thing"] + bars.map(name) }

    private func name(_ bar: Ensemble.Bar) -> String { ruleset[bar.pattern].name.capitalizedFirst }

    /// How the columns of a row are divided between a name, a bar, and the numbers.
    private struct Columns {
        let name: Int
        let bar: Int
        /// Whether there is room for more than how much stands.
        let isWide: Bool

        init(names: [String], width: Int) {
            isWide = width >= 60
            name = min(names.map(\.columns).max() ?? 0, max(8, width * (isWide ? 30 : 40) / 100))
            bar = max(1, width - name - 3 - (isWide ? 23 : 6))
        }

        /// How long a bar of a weight is.
        func cells(_ weight: Double, of longest: Double) -> Int {
            min(bar, max(1, Int((weight / longest * Double(bar)).rounded())))
        }

        /// What is said beside a bar: how likely it is, and how much of it stands.
        func numbers(_ weight: Double, _ standing: Double) -> String {
            let stands = Ensemble.percent(standing / weight).flushed(6)
            return isWide ? Bits(surprisalOf: weight).credenceText.padded(10) + stands + " stands" : stands
        }
    }
}

extension Grid {
    /// The bars of what the AI may have learned, under a title.
    mutating func ensemble(_ pane: EnsemblePane, in area: Area, from top: Int = 0, isFocused: Bool = false) {
        let title = "What it may have learned"
        let isWide = title.columns + pane.caption.columns + 10 <= area.columns
        rule(area.titleRow, title: isWide ? title : "Learned", caption: pane.caption, isFocused: isFocused)
        pane.draw(in: &self, area.content, from: top)
        if isFocused { cursor = (area.row, area.column) }
    }
}
