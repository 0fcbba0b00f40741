internal import Game
internal import Solver

/// What a Monte-Carlo tree search knows: how often each move was tried and won, and who is proven to win after it.
///
/// Source: Kocsis and Szepesvári, “Bandit based Monte-Carlo planning”, 2006; proofs as in Winands, Björnsson and
/// Saito, “Monte-Carlo tree search solver”, 2008.
struct SearchTree {
    /// A position, by the move that leads to it.
    private struct Node {
        let move: Move
        var visits: Int32 = 0
        /// Playouts that the side which made `move` won.
        var wins: Int32 = 0
        /// Empty until the position has been looked at.
        var children: Range<Int32> = 0..<0
        /// Who wins with best play; `nil`: not proven.
        var winner: Side?
    }

    private let root: Position
    /// The moves that may be made at the root.
    private let candidates: [Move]
    private var random: SplitMix64
    /// The first is the root; children come after their parents.
    private var nodes = [Node(move: .concede)]

    /// - Parameter candidates: legal moves to choose from, if not from all.
    init(_ root: Position, among candidates: [Move]? = nil, random: SplitMix64) {
        self.root = root
        self.candidates = candidates ?? root.legalProspects.map(\.move)
        self.random = random
    }

    /// Tries one more line of play to its end, and learns from it.
    ///
    /// - Returns: whether there is more to learn, and budget for it.
    mutating func grow(_ budget: inout Budget) -> Bool {
        guard nodes[0].winner == nil else { return false }
        var path = [0]
        var position = root
        // 1. Down the tree, to a position not looked at before.
        while let child = selected(from: path[path.count - 1]) {
            position.play(nodes[child].move)
            path.append(child)
        }
        guard budget.spend() else { return false }
        // 2. Its moves become part of the tree.
        let moves = path.count == 1 ? candidates : position.legalProspects.map(\.move)
        guard !moves.isEmpty else {
            prove(path, winner: position.sideToMove.opponent)
            return true
        }
        nodes[path[path.count - 1]].children = Int32(nodes.count)..<Int32(nodes.count + moves.count)
        nodes += moves.map { Node(move: $0) }
        // 3. Any play to the end stands for what may follow.
        guard let winner = position.playout(&random, &budget) else { return false }
        count(path, winner: winner)
        return true
    }

    /// The move proven to win, else the most tried of those not proven to lose, else the one that took longest to
    /// refute; of equals the first. `nil` before any was tried.
    var best: Move? {
        func rank(_ node: Node) -> (Int, Int32) {
            (node.winner == root.sideToMove ? 2 : node.winner == nil ? 1 : 0, node.visits)
        }
        var best: Node?
        for index in nodes[0].children {
            let node = nodes[Int(index)]
            if best.map({ rank(node) > rank($0) }) ?? (nodes[0].visits > 0) { best = node }
        }
        return best?.move
    }

    /// How much a move that was tried little is preferred to one that did well; by trial.
    private static let curiosity = 3.0

    /// The place of the move to try next, never one that is proven to lose; `nil` where none is in the tree.
    ///
    /// Source: the PUCT rule with equal priors, Rosin, “Multi-armed bandits with episode context”, 2011.
    private func selected(from parent: Int) -> Int? {
        let node = nodes[parent]
        let reach = Self.curiosity * Double(node.visits).squareRoot() / Double(node.children.count)
        // An untried move is taken to be as good as its position.
        let untried = node.visits > 0 ? 1 - Double(node.wins) / Double(node.visits) : 0.5
        var best: Int?
        var highest = -Double.infinity
        for index in node.children {
            let child = nodes[Int(index)]
            guard child.winner == nil else { continue }
            let rate = child.visits > 0 ? Double(child.wins) / Double(child.visits) : untried
            let merit = rate + reach / Double(1 + child.visits)
            if merit > highest { (best, highest) = (Int(index), merit) }
        }
        return best
    }

    private func sideToMove(atDepth depth: Int) -> Side {
        depth.isMultiple(of: 2) ? root.sideToMove : root.sideToMove.opponent
    }

    private mutating func count(_ path: [Int], winner: Side) {
        for (depth, index) in path.enumerated() {
            nodes[index].visits += 1
            if sideToMove(atDepth: depth) != winner { nodes[index].wins += 1 }
        }
    }

    /// Takes in that the last position of a path is over, and all that this proves of those before it.
    private mutating func prove(_ path: [Int], winner: Side) {
        count(path, winner: winner)
        nodes[path[path.count - 1]].winner = winner
        for (depth, index) in path.enumerated().dropLast().reversed() {
            let side = sideToMove(atDepth: depth)
            let winners = nodes[index].children.map { nodes[Int($0)].winner }
            if winners.contains(side) {
                nodes[index].winner = side
            } else if winners.allSatisfy({ $0 == side.opponent }) {
                nodes[index].winner = side.opponent
            } else {
                return
            }
        }
    }
}
