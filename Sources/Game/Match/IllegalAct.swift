/// An act that may not happen, with what stands against it.
public enum IllegalAct: Error, Hashable, Sendable {
    case move(IllegalMove)
    case dispute(DisputeObstacle)
    case coin(CoinObstacle)
    /// The verdict was accepted.
    case closed
    /// No verdict has come.
    case goesOn
    /// After the first move.
    case latePrediction(Side)
    case certainPrediction
    /// Of a datum that cannot be had that way.
    case nothingToBelieve
    case noSuchRow
    /// Of a row.
    case certainBelief
    case nothingToObjectTo
    case mayNotStop
    case notAsked
    case tooManyPlies(Int, of: Int)
}

extension IllegalAct: CustomStringConvertible {
    public var description: String {
        switch self {
        case .move(let illegal): illegal.description
        case .dispute(let obstacle): "no dispute: \(obstacle)"
        case .coin(let obstacle): "no coin: \(obstacle)"
        case .closed: "the match was over already"
        case .goesOn: "the match goes on"
        case .latePrediction(let side): "\(side.rawValue) may predict before the first move only"
        case .certainPrediction: "a prediction lies between 0 and 1, not 1"
        case .nothingToBelieve: "there is no such number: data cannot be had that way"
        case .noSuchRow: "the ruleset's table has no such row"
        case .certainBelief: "what is believed of a row lies between 0 and 1, not 1"
        case .nothingToObjectTo: "there is no move to object to yet"
        case .mayNotStop: "to stop may be asked on Training's turn, once until it is answered"
        case .notAsked: "nobody has asked to stop"
        case .tooManyPlies(let plies, let played): "cannot take back \(plies) of \(played) moves"
        }
    }
}

extension DisputeObstacle: CustomStringConvertible {
    public var description: String {
        switch self {
        case .matchOver: "the match is over"
        case .noneLeft: "none is left"
        case .onceATurn: "one number was disputed on this turn already"
        case .notBehindLastMove: "the opponent's last move was not priced by that number"
        case .settled: "that number is settled, and none is settled twice"
        }
    }
}

extension CoinObstacle: CustomStringConvertible {
    public var description: String {
        switch self {
        case .matchOver: "the match is over"
        case .noneLeft: "none is left"
        case .notYourTurn: "the side to move coins, Divergence patterns and Training situations"
        case .malformedIdentifier(let name): "“\(name)” is no name of a card: lower-case letters, digits and hyphens"
        case .takenIdentifier(let name): "there is a card “\(name)” already"
        case .malformedFamily(let name):
            "“\(name)” is no family: lower-case letters, digits and hyphens, and only for what is proposed"
        case .emptyTrigger: "a pattern needs a trigger, such as trigger=unwatched"
        case .featuresNotHad: "more than one of its features cannot be had in such data"
        case .unheardOf: "no situation of the ruleset has a feature that no such data has"
        case .notShallower: "nothing is shallower than depth 1"
        case .move(let illegal): illegal.description
        }
    }
}
