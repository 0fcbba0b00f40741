public import Game
public import Solver

/// How many bits a move worsened the evaluation for its side. Source: RULES §10.
public enum Loss: Hashable, Comparable, Sendable {
    case bits(Bits)
    /// A finite price became none, or none a finite one.
    case infinite

    public static let none = Loss.bits(.zero)

    /// Of a side's move that led from one evaluation to another; `nil` where one of them is not proven.
    init?(_ side: Side, from before: PositionValue, to after: PositionValue) {
        guard before.isProven, after.isProven else { return nil }
        let (better, worse) = side == .training ? (before, after) : (after, before)
        if before.isInfinite && after.isInfinite {
            self = .none
        } else if let least = better.finite, let most = worse.finite {
            self = .bits(most - least)
        } else {
            self = .infinite
        }
    }

    /// 2^−loss: 1 for the best move, 0 for an infinite loss.
    public var merit: Double {
        switch self {
        case .bits(let bits): bits.probability
        case .infinite: 0
        }
    }
}

extension Loss: CustomStringConvertible {
    /// The bits with two decimals, or `∞`.
    public var description: String {
        switch self {
        case .bits(let bits): bits.description
        case .infinite: "∞"
        }
    }
}

extension PositionValue {
    /// The price, where it is proven and there is one.
    public var finite: Bits? { isProven && !isInfinite ? lower : nil }
}
