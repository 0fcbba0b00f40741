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
        let legal = position.legalProspects
        switch position.sideToMove {
        case .training:
            return legal.min { $0.bits < $1.bits }?.move ?? .concede
        case .divergence:
            let tolls = legal.map { position.outlook(of: $0).toll?.millibits ?? .max }
            // `max` would return the last of equals.
            guard let dearest = tolls.max(), let index = tolls.firstIndex(of: dearest) else { return .concede }
            return legal[index].move
        }
    }
}
