import Game

/// Looks one reply ahead: Training's cheapest counter, Divergence's move whose cheapest counter is dearest.
///
/// Ties go to the first in canonical order.
public struct Greedy: Bot {
    public let name = "greedy"
    public let title = "Greedy"
    public let summary = "takes what is cheapest, or hardest to answer, right now"

    public init() {}

    public func reply(to turn: Turn) -> Reply {
        Reply(move(in: turn.position))
    }

    func move(in position: Position) -> Move {
        let best = position.legalProspects.least { prospect in
            switch position.sideToMove {
            case .training: prospect.bits.millibits
            case .divergence: -(position.toll(of: prospect)?.millibits ?? .max)
            }
        }
        return best?.move ?? .concede
    }
}
