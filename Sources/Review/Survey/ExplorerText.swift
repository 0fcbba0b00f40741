public import Game
public import Solver
public import Text

/// What was played in a position over many matches, to be read and to be passed on.
public struct ExplorerText: SurveyText, Sendable {
    public let position: Position
    /// How the matches ended that went through the position.
    public let endings: Explorer.Endings
    public let continuations: [Explorer.Continuation]
    private let evaluations: [Move: MoveEvaluation]?

    /// - Parameter evaluations: what each legal move leads to; `nil` while that is not worked out.
    public init(_ explorer: Explorer, at position: Position, _ evaluations: [MoveEvaluation]? = nil) {
        self.position = position
        endings = explorer.endings(through: position)
        continuations = explorer.continuations(of: position)
        self.evaluations = evaluations.map { Dictionary($0.map { ($0.move, $0) }) { first, _ in first } }
    }

    /// What a continuation leads to with best play, such as `17.00`, `at least 12.00` or `beyond any`; empty where that is
    /// not worked out.
    public func evaluation(of continuation: Explorer.Continuation) -> String {
        price(of: continuation)?.text ?? ""
    }

    private func price(of continuation: Explorer.Continuation) -> Evaluation.Price? {
        guard case .move(let move) = continuation.act, let found = evaluations?[move] else { return nil }
        return Evaluation.Price(lower: found.lower, upper: found.upper, isInfinite: found.isInfinite)
    }

    public var caption: String { counted(endings.count, "match", "matches") + " came here" }

    /// One line in words on how they ended.
    public var summary: String {
        "Training won \(endings.training), Divergence \(endings.divergence); "
            + "\(endings.drawn) drawn, \(endings.unfinished) unfinished."
    }

    public var sheet: Sheet {
        Sheet(
            ["played", "times", "Training", "Divergence", "drawn", "unfinished", "evaluation"], numbers: Set(1...5),
            rows: continuations.map { found in
                let endings = found.endings
                let counts = [
                    endings.count, endings.training, endings.divergence, endings.drawn, endings.unfinished,
                ]
                return [position.ruleset.notation(of: found.act)] + counts.map(String.init) + [evaluation(of: found)]
            })
    }

    public var markdown: String { sheet.markdown }

    public var csv: String { sheet.csv }

    public var lines: [String] {
        guard endings.count > 0 else { return ["No saved match came to this position."] }
        let played = continuations.isEmpty ? ["Nothing was played here."] : sheet.columns
        return ["\(caption), \(position.sideToMove.title) to move. \(summary)", ""] + played
    }

    public var json: JSON {
        .object([
            ("side", .text(position.sideToMove.rawValue)), ("endings", endings.json),
            (
                "continuations",
                .list(
                    continuations.map { found in
                        let price = price(of: found)
                        return .object([
                            ("act", .text(position.ruleset.notation(of: found.act))), ("endings", found.endings.json),
                            ("priceLower", price.map { .number($0.lower.millibits) } ?? .null),
                            ("priceUpper", price?.upper.map { .number($0.millibits) } ?? .null),
                            ("infinite", price.map { .flag($0.isInfinite) } ?? .null),
                        ])
                    })
            ),
        ])
    }
}

extension Explorer.Endings {
    fileprivate var json: JSON {
        .object([
            ("matches", .number(count)), ("training", .number(training)), ("divergence", .number(divergence)),
            ("drawn", .number(drawn)), ("unfinished", .number(unfinished)),
        ])
    }
}
