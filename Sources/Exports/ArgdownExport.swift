import Game
import Text

/// Claims, attacks and credences for the tools of Argdown: Divergence's claims are statements that speak for the thesis that it
/// goes wrong, Training's answers and all objections are arguments that attack them.
///
/// Source: the lexer and parser of `@argdown/core`, https://argdown.org/syntax/.
extension Debate {
    var argdown: String {
        let matter =
            ["title: \(title.onOneLine.inYAML)", "subTitle: \("\(rules), \(date)".inYAML)"]
            + (["author:"] + cast.map { "  - \($0.name.inYAML)" })
        let head = [
            (["==="] + matter + ["==="]).joined(separator: "\n"), "# " + title.inArgdown,
            "[\(Debate.thesis)]: \(premise.inArgdown) {side: divergence}",
        ]
        let end = ["[Verdict]: " + verdict.inArgdown]
        return (head + turns.flatMap(argdown) + end).joined(separator: "\n\n") + "\n"
    }

    private static let thesis = "It goes wrong"

    /// The claim that a datum of the turn answers: the last one that was made before it.
    private func answered(by turn: Turn) -> Turn? {
        turns[..<(turn.step - 1)].last { $0.side == .divergence && $0.kind == .move && !$0.wentBack }
    }

    private func argdown(_ turn: Turn) -> [String] {
        guard turn.kind == .move, let price = turn.price else { return [] }
        let text = turn.line.inArgdown
        let said = "\(text.isEmpty ? turn.title.inArgdown : text) {\(data(turn, price))}"
        let name = title(turn)
        let objection = turn.objection.map { objection in
            let words = objection.words.inArgdown
            return "<Objection to \(name)>: \(words.isEmpty ? "It is wrong." : words) "
                + "{player: \(objection.name.inYAML)}\n  -> \(reference(turn))"
        }
        guard turn.side == .training else {
            return ["[\(name)]: \(said)\n  +> [\(Debate.thesis)]", objection].compactMap(\.self)
        }
        let attack = answered(by: turn).map { "\n  -> [\(title($0))]" } ?? ""
        return ["<\(name)>: \(said)\(attack)", objection].compactMap(\.self)
    }

    private func reference(_ turn: Turn) -> String {
        turn.side == .divergence ? "[\(title(turn))]" : "<\(title(turn))>"
    }

    /// No two turns have the same.
    private func title(_ turn: Turn) -> String { "\(turn.step). \(turn.title.inArgdownTitle)" }

    private func data(_ turn: Turn, _ price: Bits) -> String {
        let members = [
            "credence: \(Credence(nearest: price))", "bits: \(price)", "side: \(turn.side.rawValue)",
            "player: \(turn.name.inYAML)", turn.provenance.map { "provenance: \($0.rawValue)" },
            turn.wentBack ? "wentBack: true" : nil,
        ]
        return members.compactMap(\.self).joined(separator: ", ")
    }
}

extension String {
    /// Text of a statement, on one line, in which nothing means anything.
    fileprivate var inArgdown: String {
        let special: Set<Unicode.Scalar> = [
            "\\", "[", "]", "<", ">", "{", "}", "#", "@", "*", "_", "/", "=",
        ]
        return String(
            onOneLine.unicodeScalars.reduce(into: UnicodeScalarView()) { text, scalar in
                if special.contains(scalar) { text.append("\\") }
                text.append(scalar)
            })
    }

    /// The same in a title, which knows no escapes: brackets become others.
    fileprivate var inArgdownTitle: String {
        let others: [Unicode.Scalar: Unicode.Scalar] = ["[": "(", "]": ")", "<": "‹", ">": "›"]
        return String(String.UnicodeScalarView(onOneLine.unicodeScalars.map { others[$0] ?? $0 }))
    }

    /// As a text of YAML between quotes, without anything that Argdown would take for the end of it.
    fileprivate var inYAML: String {
        let escaped = onOneLine.unicodeScalars.map { scalar in
            ["\"", "\\", "{", "}", "=", "[", "]", "<", ">", "/"].contains(scalar)
                ? "\\x" + String(scalar.value, radix: 16) : String(scalar)
        }
        return "\"\(escaped.joined())\""
    }
}
