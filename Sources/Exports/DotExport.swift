import Game
import Text

/// The claims as boxes, the data as notes, with what answers what. Source: https://graphviz.org/doc/info/lang.html.
extension Debate {
    var dot: String {
        let head = [
            "digraph debate {", "  label=\(["\(title)", "\(rules), \(date)", verdict].inDot);",
            "  labelloc=t;", "  fontname=\"sans-serif\";", "  rankdir=BT;",
            "  node [shape=box, style=rounded, fontname=\"sans-serif\"];",
            "  edge [fontname=\"sans-serif\"];",
        ]
        return (head + turns.flatMap(dot) + ["}"]).joined(separator: "\n") + "\n"
    }

    private func dot(_ turn: Turn) -> [String] {
        guard turn.kind == .move, let price = turn.priceText else { return [] }
        let isDatum = turn.side == .training
        let lines = ["\(turn.step). \(turn.name)", turn.title, price]
        let looks = [
            isDatum ? "shape=note" : nil, turn.wentBack ? "color=gray, fontcolor=gray" : nil,
            turn.words.map { "tooltip=\([$0].inDot)" },
        ]
        let node = "  t\(turn.step) [\((["label=\(lines.inDot)"] + looks.compactMap(\.self)).joined(separator: ", "))];"
        let earlier = turns[..<(turn.step - 1)].filter { $0.kind == .move && $0.price != nil && !$0.wentBack }
        guard let other = earlier.last(where: { $0.side == .divergence }) else { return [node] }
        let isFresh = turn.act.hasPrefix("propose ") || turn.act.hasPrefix("coin propose ")
        let edge = isDatum ? "whacks" : isFresh ? "after" : "in place of"
        let style = isDatum ? "" : ", style=dashed"
        return [node, "  t\(turn.step) -> t\(other.step) [label=\([edge].inDot)\(style)];"]
    }
}

extension [String] {
    /// Lines of a label between quotes, in which nothing means anything.
    fileprivate var inDot: String {
        let lines = map { line in
            wrapped(line.onOneLine, width: 40).map { part in
                part.unicodeScalars.map { scalar in
                    switch scalar {
                    case "\"": "\\\""
                    case "\\": "\\\\"
                    case "&": "&amp;"
                    case "<": "&lt;"
                    case ">": "&gt;"
                    default: String(scalar)
                    }
                }.joined()
            }.joined(separator: "\\n")
        }
        return "\"\(lines.joined(separator: "\\n"))\""
    }
}
