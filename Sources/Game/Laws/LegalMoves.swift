extension Position {
    /// Every move of the side to move that can be named, in canonical order, `concede` last.
    ///
    /// Source: RULES §4. Moves without a meaning here, such as a shallower pattern that is deeper, are
    /// among them; their prospects say what is wrong.
    public var namedMoves: [Move] {
        namedMoves(of: sideToMove, isLive: live != nil)
    }

    /// The same of either side, whether or not a divergence is live.
    package func namedMoves(of side: Side, isLive: Bool) -> [Move] {
        switch side {
        case .divergence:
            let patterns = ruleset.patternIDs
            guard isLive else { return patterns.map(Move.propose) + [.concede] }
            return patterns.map(Move.propose) + ruleset.featureIDs.map(Move.sophisticate)
                + patterns.map(Move.shallower) + patterns.map(Move.misattribute) + [.concede]
        case .training:
            return ruleset.situationIDs.flatMap { situation in
                Provenance.allCases.map { Move.counter(situation, $0) }
            } + [.concede]
        }
    }

    /// What every named move but `concede` would come to, in canonical order; empty once the match was stopped.
    public var prospects: [Prospect] {
        !isStopped ? namedMoves.dropLast().map(prospect) : []
    }

    /// The legal moves but `concede`, in canonical order, with what they come to.
    public var legalProspects: [Prospect] {
        prospects.filter(\.isLegal)
    }

    /// The legal moves in canonical order, `concede` last; empty once the match is over.
    public var legalMoves: [Move] {
        let moves = legalProspects.map(\.move)
        return moves.isEmpty ? [] : moves + [.concede]
    }

    /// Whether the side to move has a legal move other than `concede`; cheaper than listing them.
    public var canGoOn: Bool {
        !isStopped && namedMoves.dropLast().contains { prospect(of: $0).isLegal }
    }

    /// What a move would come to here.
    public func prospect(of move: Move) -> Prospect {
        let prospect = Prospect(move)
        guard !isStopped else { return prospect.hindered(by: .matchOver) }
        switch move {
        case .concede:
            return canGoOn ? prospect : prospect.hindered(by: .matchOver)
        case .counter(let situation, let provenance):
            guard sideToMove == .training else { return prospect.hindered(by: .notYourTurn) }
            guard let live else { return prospect.hindered(by: .nothingLive) }
            return self.prospect(of: move, asserting: Datum(situation, provenance, against: live, in: rules))
        case .propose, .sophisticate, .shallower, .misattribute:
            guard sideToMove == .divergence else { return prospect.hindered(by: .notYourTurn) }
            do {
                return self.prospect(of: move, reaching: try divergence(after: move, from: live))
            } catch {
                return prospect.hindered(by: error)
            }
        }
    }

    /// What a move of Divergence makes of a live divergence.
    package func divergence(after move: Move, from live: Divergence?) throws(Obstacle) -> Divergence {
        if case .propose(let pattern) = move { return Divergence(pattern, in: rules) }
        guard let live else { throw .nothingLive }
        let patterns = rules.patterns
        let (depth, family) = (patterns[live.pattern.index].depth, patterns[live.pattern.index].family)
        switch move {
        case .sophisticate(let feature):
            guard !live.trigger.contains(feature) else { throw .alreadyNeeded(feature) }
            let conditions = live.conditions.inserting(feature)
            return Divergence(live.pattern, conditions: conditions, in: rules)
        case .shallower(let pattern):
            guard patterns[pattern.index].family == family else { throw .otherFamily }
            guard patterns[pattern.index].depth < depth else { throw .notShallower }
            return Divergence(pattern, conditions: live.conditions, in: rules)
        case .misattribute(let pattern):
            guard pattern != live.pattern else { throw .samePattern }
            guard patterns[pattern.index].family == family else { throw .otherFamily }
            guard patterns[pattern.index].misattributes else { throw .notMisattributing }
            guard patterns[pattern.index].depth >= depth else { throw .namedShallower }
            return Divergence(pattern, conditions: live.conditions, in: rules)
        case .propose, .counter, .concede:
            preconditionFailure("\(move.kind) does not answer a corpus")
        }
    }

    /// What a move would come to that makes a divergence live here, whatever is live now.
    package func prospect(of move: Move, reaching divergence: Divergence) -> Prospect {
        var prospect = Prospect(move)
        prospect.divergence = divergence
        prospect.bits = rules.strain(of: divergence)
        prospect.horizon = rules.horizon(of: divergence).map { max($0, soonest ?? $0) }
        if let conflict = rules.exclusions.conflict(in: divergence.trigger) {
            return prospect.hindered(by: .excluded(conflict))
        }
        guard let horizon = prospect.horizon else { return prospect.hindered(by: .neverHappens) }
        if let datum = whacker(of: divergence) { return prospect.hindered(by: .whacked(datum)) }
        if prospect.bits > rules.naturalness { prospect.breaks.insert(.naturalness) }
        if horizon >= pivotalStep { prospect.breaks.insert(.horizon) }
        if move.kind == .propose && proposalsLeft == 0 { prospect.breaks.insert(.proposals) }
        return prospect
    }

    /// What a move would come to that asserts a datum here, whatever is live now.
    package func prospect(of move: Move, asserting datum: Datum) -> Prospect {
        var prospect = Prospect(move)
        prospect.datum = datum
        let channel = rules.situations[datum.situation.index].channel
        if rules.patterns[datum.against.index].hidesFrom.contains(channel) {
            return prospect.hindered(by: .hidden(channel))
        }
        guard let cost = rules.cost(of: datum) else {
            return prospect.hindered(by: missingPart(of: datum))
        }
        guard rules.hasOwnPart(datum) else { return prospect.hindered(by: .nothingDeliberate) }
        if let conflict = rules.exclusions.conflict(in: datum.exhibits) {
            return prospect.hindered(by: .excluded(conflict))
        }
        prospect.bits = cost
        if !rules.mode.allows(datum.provenance) { prospect.breaks.insert(.hardMode) }
        if corpusStrain + cost > rules.plausibility { prospect.breaks.insert(.plausibility) }
        if datum.added.count > rules.additions { prospect.breaks.insert(.additions) }
        let left = drive.weight(after: rules.evidence(in: datum), rules.drive)
        prospect.driveLeft = left
        if !rules.drive.allows(left) { prospect.breaks.insert(.drive) }
        return prospect
    }

    /// The step before which no divergence happens that is named next: the live one will have been whacked by then, and
    /// each whack pushes the next one out.
    public var soonest: Int? {
        guard rules.pushes > 0, let horizon else { return nil }
        return horizon + rules.pushes
    }

    private func missingPart(of datum: Datum) -> Obstacle {
        let missing = datum.added.first { rules.costs(datum.provenance).feature[$0.index] == nil }
        return missing.map(Obstacle.featureNotHad) ?? .situationNotHad
    }
}
