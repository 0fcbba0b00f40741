import Game

/// Why something cannot be settled now, in a sentence; `nil`: it can.
extension Session {
    public var obstacleToDispute: String? {
        guard let limit = limit(.disputes) else { return "This match has no disputes." }
        guard awaitsPersonsMove || awaitsPersonsAcceptance else { return "It is not your turn." }
        if position.disputesLeft[sideToMove] == 0 { return "None of the \(limit) disputes is left." }
        if position.hasDisputed { return "One number was disputed on this turn." }
        if position.quotedNumbers.isEmpty { return "There is no number to dispute yet." }
        if position.disputableNumbers.isEmpty { return "Every number behind the last move is settled." }
        return nil
    }

    public var obstacleToCoin: String? {
        guard let limit = limit(.coins) else { return "This match has no coins." }
        guard awaitsPersonsMove || awaitsPersonsAcceptance else { return "It is not your turn." }
        return position.coinsLeft[sideToMove] == 0 ? "None of the \(limit) coins is left." : nil
    }

    /// How many of something each side has in a match; `nil`: none.
    private func limit(_ limit: Limit) -> Int? {
        let count = position.ruleset.limits[limit]
        return count == 0 ? nil : count
    }
}
