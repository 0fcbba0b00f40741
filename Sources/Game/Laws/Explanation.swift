import Text

/// A move that may not be made, with what stands against it.
public struct IllegalMove: Error, Hashable, Sendable, CustomStringConvertible {
    public let notation: String
    public let prospect: Prospect
    /// Every reason against it, each a plain clause.
    public let reasons: [String]

    init(_ prospect: Prospect, in position: Position) {
        notation = position.ruleset.notation(of: prospect.move)
        self.prospect = prospect
        reasons = position.objections(to: prospect)
    }

    public var description: String {
        "“\(notation)” is not legal here: \(reasons.joined(separator: "; "))"
    }
}

extension Position {
    /// What stands against a prospect, in plain clauses; empty when it is legal.
    public func objections(to prospect: Prospect) -> [String] {
        if let obstacle = prospect.obstacle { return [text(obstacle)] }
        var clauses: [String] = []
        if prospect.breaks.contains(.proposals) { clauses.append("no fresh proposal is left") }
        if prospect.breaks.contains(.naturalness) {
            clauses.append("it strains \(prospect.bits) bits, over the limit of \(rules.naturalness)")
        }
        if prospect.breaks.contains(.horizon) {
            let step = prospect.horizon.map(String.init) ?? "never"
            clauses.append("it comes at step \(step), not before the pivotal act at \(pivotalStep)")
        }
        if prospect.breaks.contains(.hardMode) { clauses.append("hard mode has no deliberate data") }
        if prospect.breaks.contains(.plausibility) {
            let left = rules.plausibility - corpusStrain
            clauses.append("it costs \(prospect.bits) bits and only \(left) are left")
        }
        if prospect.breaks.contains(.additions), let added = prospect.datum?.added.count {
            let features = added == 1 ? "a feature" : "\(added) features"
            let most = rules.additions == 0 ? "none" : "at most \(rules.additions)"
            clauses.append("it adds \(features), and \(most) may be added")
        }
        if prospect.breaks.contains(.drive), let left = prospect.driveLeft {
            clauses.append(
                "it would leave \(drive.percent(of: left)) of what makes it useful, under the floor of "
                    + "\(decimal(rules.drive.floor, places: 1))%")
        }
        return clauses
    }

    private func text(_ obstacle: Obstacle) -> String {
        switch obstacle {
        case .matchOver: "the match is over"
        case .notYourTurn: "it is \(sideToMove.rawValue)'s turn"
        case .nothingLive: "nothing has been proposed yet"
        case .alreadyNeeded(let feature): "it needs “\(ruleset[feature].name)” already"
        case .notShallower: "it is no shallower than the live pattern"
        case .samePattern: "it is the live pattern"
        case .otherFamily: "it does not lead to the live divergence, but to another"
        case .excluded(let conflict):
            "“\(ruleset[conflict.feature].name)” and “\(ruleset[conflict.other].name)” cannot occur together"
        case .notMisattributing: "it is not a false reading of \(ruleset.imitatee)"
        case .namedShallower: "it is shallower than the live pattern: play it as “shallower”"
        case .neverHappens: "no deployment has all that it waits for"
        case .whacked(let datum): "“\(ruleset.title(of: datum))” in the corpus whacks it"
        case .hidden(let channel): "its misbehaviour does not show in \(channel.rawValue)"
        case .situationNotHad: "there is no such data"
        case .featureNotHad(let feature): "“\(ruleset[feature].name)” cannot be had there"
        case .nothingDeliberate: "nothing in it can be made on purpose"
        }
    }
}
