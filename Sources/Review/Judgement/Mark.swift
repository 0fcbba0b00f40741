import Game

/// What is held against a move, the worst last. Source: RULES §16.
public enum Mark: String, Hashable, Sendable, CaseIterable, Comparable {
    case inaccuracy, mistake, blunder

    /// As chess writes it.
    public var symbol: String {
        switch self {
        case .inaccuracy: "?!"
        case .mistake: "?"
        case .blunder: "??"
        }
    }

    public static func < (one: Mark, other: Mark) -> Bool {
        one.rank < other.rank
    }

    private var rank: Int { Mark.allCases.firstIndex(of: self) ?? 0 }
}

extension Mark {
    /// The one judgement of a move: every front end shows this.
    ///
    /// - Parameters:
    ///   - winners: with best play, before the move and after it; `nil` where that is not proven.
    ///   - loss: `nil` where it is not proven.
    ///   - keepsHardWin: whether in easy mode Training could win with ordinary data alone, and still can.
    /// - Returns: `nil` for a move that is not marked.
    init?(
        _ side: Side, winners: (before: Side?, after: Side?), loss: Loss?, keepsHardWin: Bool = false,
        _ thresholds: Thresholds
    ) {
        if winners.before == side && winners.after == side.opponent {
            self = .blunder
            return
        }
        // Nothing unproven is marked, and whoever pays for the better grade does what it should.
        guard let loss, !keepsHardWin else { return nil }
        if loss >= .bits(thresholds.mistake) {
            self = .mistake
        } else if loss >= .bits(thresholds.inaccuracy) {
            self = .inaccuracy
        } else {
            return nil
        }
    }
}
