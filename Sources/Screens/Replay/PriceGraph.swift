import Game
import Review
import Solver
import Text

/// The evaluation from step to step against the limit, with the marks under it.
struct PriceGraph {
    let judgement: Judgement
    /// The act that is looked at; its number is pointed at.
    let step: Int

    /// Columns for the numbers at the left.
    private static let margin = 7

    /// The prices that are shown, lowest and highest, the limit among them.
    private var range: (low: Int, high: Int) {
        let limits = judgement.positions.map { $0.limit(of: .training).millibits }
        let prices = judgement.values.compactMap { $0?.finite?.millibits }
        let low = (limits + prices).min() ?? 0, high = (limits + prices).max() ?? 0
        return (low, max(high, low + 1000))
    }

    func draw(in area: Area, of grid: inout Grid) {
        guard area.rows > 3 else { return }
        let plot = Area(
            row: area.row, column: area.column + Self.margin, columns: area.columns - Self.margin, rows: area.rows - 1)
        drawLimit(plot, &grid)
        for (index, value) in judgement.values.enumerated() {
            guard let value else { continue }
            let columns = self.columns(of: index, plot)
            guard value.isProven else {
                for row in rows(of: value, plot) {
                    grid.fill(grid.look.empty, row: row, columns: columns, style: .faint)
                }
                continue
            }
            let half = value.isInfinite ? 1 : halfRow(value.lower.millibits, plot)
            let isUpper = half % 2 == 0 && grid.look.unicode
            let style: Style = value.winner == .divergence ? .divergence : .training
            grid.fill(isUpper ? "▀" : grid.look.late, row: plot.row + half / 2, columns: columns, style: style)
        }
        drawNumbers(Area(row: plot.row + plot.rows, column: plot.column, columns: plot.columns, rows: 1), &grid)
    }

    private func columns(of index: Int, _ plot: Area) -> Range<Int> {
        let count = judgement.values.count
        let start = plot.column + index * plot.columns / count
        return start..<max(start + 1, plot.column + (index + 1) * plot.columns / count)
    }

    /// Half rows from the top, under the row of what has no price.
    private func halfRow(_ millibits: Int, _ plot: Area) -> Int {
        let (low, high) = range
        let halves = 2 * (plot.rows - 1) - 1
        return 2 + (high - millibits) * halves / (high - low)
    }

    /// What may be: all rows between the bounds.
    private func rows(of value: PositionValue, _ plot: Area) -> ClosedRange<Int> {
        let bottom = plot.row + halfRow(max(value.lower.millibits, range.low), plot) / 2
        let top = value.upper.map { plot.row + halfRow(min($0.millibits, range.high), plot) / 2 } ?? plot.row
        return min(top, bottom)...bottom
    }

    private func drawLimit(_ plot: Area, _ grid: inout Grid) {
        let (low, high) = range
        let limit = judgement.positions.last?.limit(of: .training) ?? .zero
        var labels = [0: grid.look.unicode ? "∞" : "none"]
        labels[plot.rows - 1] = "\(Bits(millibits: low))"
        labels[1] = "\(Bits(millibits: high))"
        let row = halfRow(limit.millibits, plot) / 2
        labels[row] = "\(limit)"
        for (offset, label) in labels {
            grid.put(
                label.flushed(Self.margin - 1), row: plot.row + offset, column: plot.column - Self.margin,
                style: offset == row ? .strong : .faint)
        }
        grid.fill(
            grid.look.unicode ? "┄" : ".", row: plot.row + row, columns: plot.column..<(plot.column + plot.columns),
            style: .rule)
    }

    /// The number of the act that led to each price, with its mark, as far as they do not touch.
    private func drawNumbers(_ area: Area, _ grid: inout Grid) {
        grid.put("step".flushed(Self.margin - 1), row: area.row, column: area.column - Self.margin, style: .faint)
        let acts = judgement.acts
        var free = area.column
        // What is looked at first, then what is marked: those are not left out for others.
        for index in judgement.values.indices {
            let mark = index > 0 ? acts[index - 1].mark?.symbol ?? "" : ""
            let isHere = index == step + 1
            let text = (isHere ? (grid.look.unicode ? "▲" : "^") : "") + "\(index)" + mark
            let start = columns(of: index, area).lowerBound
            let next = judgement.values.indices.dropFirst(index + 1).first { $0 == step + 1 }
            let isInTheWay = next.map { start + text.columns >= columns(of: $0, area).lowerBound } ?? false
            guard start >= free, isHere || !isInTheWay else { continue }
            let style: Style = isHere ? .strong : mark.isEmpty ? .faint : .alarm
            grid.put(text, row: area.row, column: start, style: style, width: area.columns - (start - area.column))
            free = start + text.columns + 1
        }
    }
}
