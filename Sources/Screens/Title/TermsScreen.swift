import Game

/// The glossary, what bears on the text at hand first.
struct TermsScreen: Screen {
    private let near: [Ruleset.Term]
    private let others: [Ruleset.Term]
    private var scroll = ScrollState()

    /// - Parameter features: what situations can have, explained by the names they have on the screen.
    init(_ glossary: [Ruleset.Term], features: [Feature] = [], about text: String) {
        let text = text.lowercased()
        let terms = features.map(\.term) + glossary
        near = terms.filter { text.contains($0.term.lowercased()) }
        others = terms.filter { !text.contains($0.term.lowercased()) }
    }

    var actions: [Offer] {
        [Offer(.back, "back"), Offer(.quit), Offer(.terms), Offer(.accept)] + Offer.movement
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        scroll.act(action, count: lines(width(size)).count, rows: size.rows - 4) ? [] : [.pop]
    }

    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request] {
        pointer.kind == .click ? [] : act(pointer.kind == .wheelUp ? .up : .down, size)
    }

    private func width(_ size: Size) -> Int { min(size.columns - 4, 90) }

    private func lines(_ width: Int) -> [Line] {
        func entries(_ terms: [Ruleset.Term]) -> [Line] {
            terms.flatMap { term in
                [Line(term.term, style: .strong)] + Line.wrapping(term.meaning, width: width, indent: "    ")
            }
        }
        func block(_ title: String, _ terms: [Ruleset.Term]) -> [Line] {
            terms.isEmpty ? [] : [Line(title, style: .faint)] + entries(terms) + [Line("")]
        }
        return block("On this card", near) + block("On the screen", Self.onScreen) + block("Elsewhere", others)
    }

    /// The words of the match screen.
    private static let onScreen = [
        ("Concept", "Divergence's meter: the bits of the live divergence, against the limit called naturalness."),
        ("Data", "Training's meter: the bits of all that it has asserted, against the limit called plausibility."),
        ("fresh", "The proposals of another divergence that Divergence may still make."),
        ("Drive", "What the data have left of what makes the AI useful. Under the floor, |, it only ambles around."),
        (
            "Clock",
            "D is the step at which the live divergence comes, > the soonest the next one can, P the pivotal act."
        ),
        ("needs", "The trigger: all that must be the case for the divergence to show, and so for data to whack it."),
        ("left", "What remains of your limit after that move."),
        ("step", "When the divergence would come."),
        ("drive", "What of the drive that answer would leave."),
        ("answers, replies", "How many legal moves that leaves the other side."),
        ("cheapest", "What Training's cheapest answer to that claim would cost."),
        ("then", "The claims you keep after the answer that leaves you fewest; loses: some answer ends the match."),
        ("dearest", "The reply that is hardest to answer: what its cheapest answer would cost; none if there is none."),
        ("how", "ord: data that people make anyway; del: data made deliberately."),
    ].map { Ruleset.Term(term: $0.0, meaning: $0.1) }

    func draw(in grid: inout Grid) {
        let width = width(grid.size)
        grid.page(lines(width), title: "Terms", width: width, scroll)
    }
}

extension Feature {
    /// What it is, and what it is worth: to wait for, and in data of either kind.
    fileprivate var term: Ruleset.Term {
        let data = [
            ordinary.map { "in data \($0.bits.credenceText)" },
            deliberate.map { "made on purpose \($0.bits.credenceText)" },
        ]
        let worth = ["to wait for \(condition.bits.credenceText)"] + data.compactMap(\.self)
        let nowhere = ordinary == nil && deliberate == nil ? ", in no data" : ""
        return Ruleset.Term(term: name, meaning: "When \(text). Worth: \(worth.joined(separator: ", "))\(nowhere).")
    }
}
