import Game

/// The game on one page.
struct HowToPlayScreen: Screen {
    private var glossary: [Ruleset.Term] = []

    var actions: [Offer] {
        [Offer(.terms, "terms"), Offer(.back, "back"), Offer(.accept), Offer(.quit)]
    }

    mutating func appear(_ size: Size) -> [Request] {
        [.effect(.loadRulesets)]
    }

    mutating func receive(_ answer: Answer, _ size: Size) -> [Request] {
        if case .rulesets(let rulesets, _, _) = answer { glossary = rulesets.first?.glossary ?? [] }
        return []
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        action == .terms ? [.push(TermsScreen(glossary, about: ""))] : [.pop]
    }

    private static let page = [
        "An AI was trained to act as a careful person would. Did it learn that?",
        "",
        "Divergence says what it learned instead, and how that goes wrong in use.",
        "Training answers with something in the training data that would have punished",
        "an AI like that. Divergence tries again: the same thing but waiting for one",
        "condition more, something shallower, or a false idea of the person imitated.",
        "",
        "Every claim has a credence, and costs the more bits the less likely it is:",
        "1 in 2 costs one bit, 1 in 8 three. Four meters show how it stands.",
        "",
        " Concept  what Divergence claims now. Too much, and no AI learns that.",
        " Data     all that Training has claimed. Too much, and nobody has such data.",
        " Drive    what makes the AI useful. Data that take it below the floor (|) are",
        "          no answer: with less, the AI would only amble around.",
        " Clock    D the divergence, P the pivotal act that makes the world safe.",
        "          Divergence must come before P, and each whack pushes it out to >.",
        "",
        "Whoever is to move and cannot has lost, and the verdict says what they were",
        "forced towards. Hard mode has only data that people would make anyway; in",
        "easy mode they may also make some on purpose, but then Divergence keeps a card.",
    ]

    func draw(in grid: inout Grid) {
        let left = max(1, (grid.size.columns - 80) / 2)
        grid.headline("How to play")
        for (offset, line) in Self.page.enumerated() {
            grid.put(line, row: 2 + offset, column: left)
        }
        grid.cursor = (2, left)
    }
}
