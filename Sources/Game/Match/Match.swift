/// A match: the rules it is played by and the moves made, each checked as it is played.
public struct Match: Sendable {
    /// The positions from the start; one more than there are moves.
    public private(set) var positions: [Position]
    public private(set) var moves: [Move] = []
    /// Set once both sides have agreed to stop.
    public private(set) var isAdjudicated = false

    public init(_ rules: Rules) {
        positions = [Position(rules)]
    }

    /// Replays moves from the start.
    ///
    /// - Throws: `IllegalMove` at the first that may not be made.
    public init(_ rules: Rules, moves: some Sequence<Move>) throws(IllegalMove) {
        self.init(rules)
        for move in moves { try play(move) }
    }

    public var rules: Rules { positions[0].rules }
    public var ruleset: Ruleset { rules.ruleset }
    public var position: Position { positions[positions.count - 1] }

    /// `nil` while the match goes on.
    public var verdict: Verdict? {
        isAdjudicated ? position.adjudication : position.verdict
    }

    public mutating func play(_ move: Move) throws(IllegalMove) {
        guard !isAdjudicated else {
            throw IllegalMove(Prospect(move, pivotalStep: 0).hindered(by: .matchOver), in: position)
        }
        positions.append(try position.playing(move))
        moves.append(move)
    }

    /// Takes moves back.
    ///
    /// - Returns: whether there were that many; if not, nothing changes.
    @discardableResult
    public mutating func undo(plies: Int) -> Bool {
        guard plies > 0, plies <= moves.count else { return false }
        isAdjudicated = false
        moves.removeLast(plies)
        positions.removeLast(plies)
        return true
    }

    /// Whether the sides may agree to stop: on Training's turn, while the match goes on.
    public var mayAdjudicate: Bool {
        position.sideToMove == .training && verdict == nil
    }

    /// Stops the match, by the agreement of both sides.
    ///
    /// - Returns: whether it could be stopped.
    @discardableResult
    public mutating func adjudicate() -> Bool {
        guard mayAdjudicate else { return false }
        isAdjudicated = true
        return true
    }
}
