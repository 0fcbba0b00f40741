public import Game
public import Solver

/// Whether a bot on a side agrees to stop and compare shares: if it would not lose by it, and is not
/// proven to win by playing on.
///
/// Costs at most the search that the limits allow.
public func agreesToStop(
    _ position: Position, as side: Side, limits: SearchLimits = SearchLimits(nodes: 200_000),
    cancellation: Cancellation = Cancellation()
) -> Bool {
    guard position.adjudication.winner != side.opponent else { return false }
    return Analysis(of: position, limits: limits, cancellation: cancellation).solution(to: .winner).winner != side
}
