import Game
import Play
import Review
import Text

/// A credence on a line from likely to unlikely, and whose it is.
private struct Mark {
    var bits: Bits
    var name: String
    var label: String { bits.credenceText }
    var columns: Int { max(name.columns, label.columns) }
}

extension Grid {
    /// How a number was settled: everybody's on a line, the middle one marked, and what it came to in words.
    mutating func settled(_ ruling: Event.Ruling, of shown: MatchAtStep, in area: Area) {
        clear(area)
        let title = shown.title(of: ruling.number.number)
        rule(area.titleRow, title: "Settled: \(title)", caption: "\(ruling.after) bits")
        var content = area.content
        var sentences = shown.sentences(ruling)
        if content.rows >= 7 {
            numberLine(ruling, shown, in: content.takeTop(3))
            _ = content.takeTop(1)
            // The line says who wrote what.
            sentences.remove(at: 1)
        }
        let lines = sentences.flatMap { Line.wrapping($0, width: content.columns) }
        self.lines(lines, in: content, marksCut: true)
    }

    private mutating func numberLine(_ ruling: Event.Ruling, _ shown: MatchAtStep, in area: Area) {
        let marks = marks(ruling, shown)
        let ends = ("likely ", " unlikely")
        let start = area.column + ends.0.columns
        let width = area.columns - ends.0.columns - ends.1.columns
        let most = max(1, marks.map(\.bits.millibits).max() ?? 1)
        put(ends.0, row: area.row + 1, column: area.column, style: .faint)
        put(ends.1, row: area.row + 1, column: start + width, style: .faint)
        fill(look.rule, row: area.row + 1, columns: start..<(start + width), style: .rule)
        func column(_ bits: Bits) -> Int { start + min(width - 1, bits.millibits * (width - 1) / (most + most / 8)) }
        for mark in marks where mark.bits != ruling.after {
            put(String(look.point), row: area.row + 1, column: column(mark.bits), style: .strong)
        }
        put(String(look.middle), row: area.row + 1, column: column(ruling.after), style: .focus)
        let places = places(of: marks.map { (column($0.bits), $0.columns) }, in: area)
        for (mark, place) in zip(marks, places) {
            let style: Style = mark.bits == ruling.after ? .strong : .plain
            put(mark.name, row: area.row, column: place, style: style, width: area.columns)
            put(mark.label, row: area.row + 2, column: place, style: style, width: area.columns)
        }
    }

    /// The marks from likely to unlikely; those at one place share it.
    private func marks(_ ruling: Event.Ruling, _ shown: MatchAtStep) -> [Mark] {
        let third =
            ruling.offers.judge != nil ? shown.record.header.judge ?? "judge" : ruling.isCoin ? "the book" : "in force"
        var marks = [Mark(bits: ruling.third, name: third)]
        if ruling.offers.judge != nil, ruling.before != ruling.third {
            marks.append(Mark(bits: ruling.before, name: ruling.isCoin ? "the book" : "before"))
        }
        marks += Side.allCases.compactMap { side in
            ruling.offers[side].map { Mark(bits: $0.bits, name: shown.name(side).clipped(16)) }
        }
        let byPlace = Dictionary(grouping: marks, by: \.bits)
        return byPlace.keys.sorted().map { bits in
            Mark(bits: bits, name: (byPlace[bits] ?? []).map(\.name).joined(separator: ", "))
        }
    }

    /// Where labels begin that lie under their marks as far as they do not run into each other.
    private func places(of labels: [(center: Int, columns: Int)], in area: Area) -> [Int] {
        var places: [Int] = []
        var free = area.column
        for label in labels {
            places.append(max(free, label.center - label.columns / 2))
            free = (places.last ?? 0) + label.columns + 2
        }
        var limit = area.column + area.columns
        for index in places.indices.reversed() {
            places[index] = max(area.column, min(places[index], limit - labels[index].columns))
            limit = places[index] - 2
        }
        return places
    }
}
