public import Game
import Solver

/// An opponent that chooses moves by itself; the replies of ours depend on nothing but the turn.
public protocol Bot: Sendable {
    /// What follows `bot:` on the command line.
    var name: String { get }

    /// Who it is on the screen.
    var title: String { get }

    /// One line on its temper and strength.
    var summary: String { get }

    /// The sides it plays.
    var sides: [Side] { get }

    /// A legal move of the side to move, and what it says with it; it gives up only where its script says so.
    ///
    /// Once `turn.cancellation` is cancelled it answers at once, with the best it has found.
    ///
    /// - Precondition: the match goes on, and the side to move is one of `sides`.
    func reply(to turn: Turn) -> Reply

    /// What it raises once it has no legal move left; `nil`: it accepts that it has lost.
    func lastWord(_ turn: Turn) -> Raised?

    /// What it writes down, sealed, for something that is being settled; `nil`: nothing.
    func offer(for subject: Settlement, _ turn: Turn, as side: Side) -> Credence?

    /// The bits within which Training can win, as it believes. Source: RULES §15.
    func bid(in auction: Auction) -> Bits

    /// Whether it agrees to stop and compare shares.
    func agreesToStop(_ turn: Turn, as side: Side) -> Bool

    /// What it says when the match is over, having played a side; `nil`: nothing.
    func remark(after turn: Turn, as side: Side) -> String?
}

extension Bot {
    public var title: String { name }
    public var sides: [Side] { Side.allCases }

    public func lastWord(_ turn: Turn) -> Raised? { nil }

    public func offer(for subject: Settlement, _ turn: Turn, as side: Side) -> Credence? { nil }

    public func bid(in auction: Auction) -> Bits { auction.price(by: auction.rules) }

    public func remark(after turn: Turn, as side: Side) -> String? { nil }

    /// If it would not lose by it, and is not proven to win by playing on.
    ///
    /// Costs at most a search of 200,000 positions.
    public func agreesToStop(_ turn: Turn, as side: Side) -> Bool {
        guard turn.position.adjudication.winner != side.opponent else { return false }
        var limits = turn.limits
        limits.nodes = min(limits.nodes ?? .max, 200_000)
        let analysis = Analysis(of: turn.position, limits: limits, cancellation: turn.cancellation)
        return analysis.solution(to: .winner).winner != side
    }
}
