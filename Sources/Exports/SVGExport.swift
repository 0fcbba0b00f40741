import Game
import Review
import Text

/// The graph of the evaluation with the meters under it, on a ground of its own, so that it can be read anywhere.
extension Debate {
    var svg: String {
        GraphDrawing(graph, meters, title: title.onOneLine).svg(isAlone: true) + "\n"
    }
}

/// A drawing of a graph: steps to the right, bits upwards, ∞ above them all.
struct GraphDrawing {
    private let graph: Graph
    private let meters: [Meter]
    private let title: String
    /// What the vertical axis ends with, in millibits.
    private let most: Int
    /// Between two lines of the grid, in millibits.
    private let tick: Int

    private static let width = 760.0
    private static let left = 64.0, right = 736.0
    /// The line of what is beyond any bits; the top of the plot; its bottom.
    private static let beyond = 62.0, top = 84.0, bottom = 300.0
    private static let meterHeight = 30.0

    init(_ graph: Graph, _ meters: [Meter], title: String) {
        self.graph = graph
        self.meters = meters
        self.title = title
        let known = graph.points.flatMap { point in
            [point.paid, point.limit, point.value?.lower, point.value?.upper].compactMap(\.self).map(\.millibits)
        }
        let highest = max(1000, known.max() ?? 0)
        tick = Self.tick(for: highest)
        most = (highest + tick - 1) / tick * tick
    }

    /// A round number that the axis has four to eight of.
    private static func tick(for highest: Int) -> Int {
        var tick = 100
        while true {
            for factor in [1, 2, 5] where highest <= tick * factor * 7 { return tick * factor }
            tick *= 10
        }
    }

    private var height: Double { Self.bottom + 56 + Double(meters.count) * Self.meterHeight }

    /// - Parameter isAlone: whether it is a file of its own, and not part of a page.
    func svg(isAlone: Bool) -> String {
        let space = isAlone ? " xmlns=\"http://www.w3.org/2000/svg\"" : ""
        let head =
            "<svg\(space) class=\"graph\" viewBox=\"0 0 \(Int(Self.width)) \(Int(height))\" role=\"img\" "
            + "aria-labelledby=\"graph-title graph-text\">"
        let parts = [
            head, "<title id=\"graph-title\">The evaluation of “\(title.inMarkup)”</title>",
            "<desc id=\"graph-text\">\(graph.summary.inMarkup)</desc>", isAlone ? "<style>\(Self.style)</style>" : nil,
            "<rect class=\"ground\" width=\"\(Int(Self.width))\" height=\"\(Int(height))\" rx=\"6\"/>",
            text(title.clipped(70), x: 20, y: 28, "strong"), legend,
        ]
        return (parts.compactMap(\.self) + grid + paid + limit + values + marks + bars + ["</svg>"])
            .joined(separator: "\n")
    }

    /// What colours it has; dark where the reader's are.
    static let style = """
        .graph { font-family: system-ui, sans-serif; font-size: 13px; max-width: 100%; height: auto }
        .graph .ground { fill: #fdfdfb; stroke: #d5d5d0 }
        .graph text { fill: #26282c }
        .graph .strong { font-weight: 600; font-size: 15px }
        .graph .faint { fill: #5c6068 }
        .graph .line { stroke: #dcdcd6; stroke-width: 1 }
        .graph .paid { fill: #c98a1b; fill-opacity: .35 }
        .graph .limit { stroke: #b3261e; stroke-width: 1.5; stroke-dasharray: 6 4; fill: none }
        .graph .value { stroke: #1f5fbf; stroke-width: 2.5; fill: none; stroke-linejoin: round }
        .graph .point { fill: #1f5fbf }
        .graph .open { stroke: #1f5fbf; stroke-width: 2; stroke-dasharray: 2 3 }
        .graph .mark { fill: #b3261e; font-weight: 700; stroke: #fdfdfb; stroke-width: 4px; paint-order: stroke }
        .graph .empty { fill: #e4e4de }
        .graph .full { fill: #4c7a4f }
        .graph .floor { stroke: #b3261e; stroke-width: 2 }
        @media (prefers-color-scheme: dark) {
        .graph .ground { fill: #17191d; stroke: #3a3d44 }
        .graph text { fill: #e6e6e3 }
        .graph .faint { fill: #a6abb4 }
        .graph .line { stroke: #33363d }
        .graph .paid { fill: #e0a63c }
        .graph .limit { stroke: #ff8a80 }
        .graph .value { stroke: #8ab8ff }
        .graph .point { fill: #8ab8ff }
        .graph .open { stroke: #8ab8ff }
        .graph .mark { fill: #ff8a80; stroke: #17191d }
        .graph .empty { fill: #33363d }
        .graph .full { fill: #7fb283 }
        .graph .floor { stroke: #ff8a80 }
        }
        """
}

// Its parts, from the back to the front.
extension GraphDrawing {
    private func x(_ step: Int) -> Double {
        let count = graph.points.count - 1
        return count == 0 ? Self.left : Self.left + Double(step) * (Self.right - Self.left) / Double(count)
    }

    private func y(_ bits: Bits) -> Double {
        Self.bottom - Double(min(bits.millibits, most)) * (Self.bottom - Self.top) / Double(most)
    }

    private func text(_ text: String, x: Double, y: Double, _ look: String = "", anchor: String = "start") -> String {
        let classes = look.isEmpty ? "" : " class=\"\(look)\""
        return "<text\(classes) x=\"\(x.short)\" y=\"\(y.short)\" text-anchor=\"\(anchor)\">\(text.inMarkup)</text>"
    }

    private func line(_ look: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> String {
        "<path class=\"\(look)\" d=\"M\(x1.short) \(y1.short)L\(x2.short) \(y2.short)\"/>"
    }

    private var legend: String {
        let values =
            graph.hasValues
            ? "<path class=\"value\" d=\"M20 44h24\"/>" + text("paid and still to pay", x: 50, y: 48, "faint") : ""
        return values + "<rect class=\"paid\" x=\"200\" y=\"38\" width=\"24\" height=\"11\"/>"
            + text("paid by Training", x: 230, y: 48, "faint") + "<path class=\"limit\" d=\"M350 44h24\"/>"
            + text("what it may strain", x: 380, y: 48, "faint")
    }

    private var grid: [String] {
        let across = stride(from: 0, through: most, by: tick).flatMap { millibits in
            let bits = Bits(millibits: millibits)
            return [
                line("line", Self.left, y(bits), Self.right, y(bits)),
                text(bits.exactText, x: Self.left - 8, y: y(bits) + 4, "faint", anchor: "end"),
            ]
        }
        let beyond =
            graph.points.contains { $0.value.map { $0.upper == nil } ?? false }
            ? [
                line("line", Self.left, Self.beyond, Self.right, Self.beyond),
                text("∞", x: Self.left - 8, y: Self.beyond + 5, "faint", anchor: "end"),
            ] : []
        let every = max(1, (graph.points.count + 19) / 20)
        let steps = graph.points.indices.filter { $0 % every == 0 }.map { step in
            text("\(step)", x: x(step), y: Self.bottom + 18, "faint", anchor: "middle")
        }
        return across + beyond + steps + [text("steps", x: Self.right, y: Self.bottom + 34, "faint", anchor: "end")]
    }

    /// An area that rises where something is paid.
    private var paid: [String] {
        var path = "M\(x(0).short) \(Self.bottom.short)"
        for (step, point) in graph.points.enumerated() {
            path += "H\(x(step).short)V\(y(point.paid).short)"
        }
        return ["<path class=\"paid\" d=\"\(path)V\(Self.bottom.short)Z\"/>"]
    }

    private var limit: [String] {
        var path = ""
        for (step, point) in graph.points.enumerated() {
            path +=
                step == 0 ? "M\(x(step).short) \(y(point.limit).short)" : "H\(x(step).short)V\(y(point.limit).short)"
        }
        return ["<path class=\"limit\" d=\"\(path)\"/>"]
    }

    /// Where a value is drawn that is proven.
    private func height(_ value: Evaluation.Price) -> Double? {
        guard value.isProven else { return nil }
        return value.isInfinite ? Self.beyond : y(value.lower)
    }

    /// A line through all that is proven, and for the rest a bar between its bounds.
    private var values: [String] {
        var path = ""
        var isOpen = true
        var parts: [String] = []
        for (step, point) in graph.points.enumerated() {
            guard let value = point.value, let height = height(value) else {
                isOpen = true
                if let value = point.value {
                    parts.append(line("open", x(step), y(value.lower), x(step), value.upper.map(y) ?? Self.beyond))
                }
                continue
            }
            path += "\(isOpen ? "M" : "L")\(x(step).short) \(height.short)"
            isOpen = false
            parts.append(
                "<circle class=\"point\" cx=\"\(x(step).short)\" cy=\"\(height.short)\" r=\"3.5\">"
                    + "<title>\(point.text(step).inMarkup)</title></circle>")
        }
        return (path.isEmpty ? [] : ["<path class=\"value\" d=\"\(path)\"/>"]) + parts
    }

    private var marks: [String] {
        graph.points.enumerated().compactMap { step, point in
            guard let mark = point.mark else { return nil }
            let height = point.value.flatMap(height) ?? point.value.map { y($0.lower) } ?? y(point.paid)
            let place = height < Self.top ? height + 20 : height - 9
            return text(mark.symbol, x: min(x(step), Self.right - 8), y: place, "mark", anchor: "middle")
        }
    }

    private var bars: [String] {
        meters.enumerated().flatMap { index, meter in
            let top = Self.bottom + 48 + Double(index) * Self.meterHeight
            let (start, width) = (90.0, 250.0)
            func bar(_ look: String, _ width: Double) -> String {
                "<rect class=\"\(look)\" x=\"\(start.short)\" y=\"\(top.short)\" width=\"\(width.short)\" "
                    + "height=\"14\" rx=\"3\"/>"
            }
            let floor = meter.floor.map { share in
                line("floor", start + share * width, top - 2, start + share * width, top + 16)
            }
            return [
                text(meter.name, x: 20, y: top + 12), bar("empty", width),
                meter.share > 0 ? bar("full", meter.share * width) : nil, floor,
                text(meter.text, x: start + width + 14, y: top + 12),
            ].compactMap(\.self)
        }
    }
}

extension Double {
    /// With at most one decimal.
    fileprivate var short: String {
        let tenths = Int((self * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : decimal(tenths, places: 1)
    }
}
