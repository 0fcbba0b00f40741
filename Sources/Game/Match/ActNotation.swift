import Text

extension Ruleset {
    /// The one line by which saves, engines and tests speak of an act.
    ///
    /// - Precondition: the ruleset is the one in force where the act happens; its cards are known here.
    public func notation(of act: Act) -> String {
        switch act {
        case .predict(let side, let credence): "predict \(side.rawValue) \(credence)"
        case .believe(let side, let belief, let credence):
            "believe \(side.rawValue) \(notation(of: belief)) \(credence)"
        case .move(let move): notation(of: move)
        case .dispute(let number, let offers): "dispute \(notation(of: number))\(offers.notation)"
        case .coin(let coin, let offers): "coin \(notation(of: coin))\(offers.notation)"
        case .object: "object"
        case .askToStop: "ask-to-stop"
        case .answerStop(let agrees): agrees ? "agree" : "decline"
        case .takeBack(let plies): "take-back \(plies)"
        case .close: "close"
        case .remark(let side): "remark \(side.rawValue)"
        }
    }

    /// As in `condition long-reflection`.
    public func notation(of number: Number) -> String {
        switch number {
        case .pattern(let id): "pattern \(self[id].identifier)"
        case .condition(let id): "condition \(self[id].identifier)"
        case .situation(let id): "situation \(self[id].identifier)"
        case .feature(let id): "feature \(self[id].identifier)"
        }
    }

    private func notation(of belief: Belief) -> String {
        switch belief {
        case .goesWrong: return "goes-wrong"
        case .row(let place): return "row \(rows[place].identifier)"
        case .number(let quoted):
            return switch quoted.number {
            case .pattern, .condition: notation(of: quoted.number)
            case .situation, .feature: "\(notation(of: quoted.number)) \(quoted.provenance.rawValue)"
            }
        }
    }

    private func notation(of coin: Coin) -> String {
        func list(_ features: FeatureSet) -> String { features.map { self[$0].identifier }.joined(separator: "+") }
        switch coin.kind {
        case .pattern(let verb, let trigger, let family):
            return "\(verb.rawValue) \(coin.identifier) trigger=\(list(trigger))"
                + (family.map { " family=\($0)" } ?? "")
        case .situation(let provenance, let exhibits, let channel):
            return
                "counter \(coin.identifier) \(provenance.rawValue) exhibits=\(list(exhibits)) channel=\(channel.rawValue)"
        }
    }

    /// The act that a line of notation names; it need not be possible anywhere.
    public func act(_ notation: String) throws(NotationError) -> Act {
        let words = notation.split(separator: " ").map(String.init)
        guard let verb = words.first else { throw .empty }
        switch verb {
        case "predict":
            guard words.count == 3, let side = Side(rawValue: words[1]) else { throw .form("predict SIDE CREDENCE") }
            return .predict(side, try writtenCredence(words[2]))
        case "believe": return try belief(words)
        case "dispute":
            guard words.count >= 3 else {
                throw .form("dispute pattern|condition|situation|feature CARD [SIDE=CREDENCE …]")
            }
            var options = try Options(words.dropFirst(3))
            let number = try number(words[1], words[2])
            return .dispute(number, try options.offers())
        case "coin": return try coin(words)
        case "take-back":
            guard words.count == 2, let plies = Int(words[1]), plies > 0 else { throw .form("take-back PLIES") }
            return .takeBack(plies: plies)
        case "remark":
            guard words.count == 2, let side = Side(rawValue: words[1]) else { throw .form("remark SIDE") }
            return .remark(side)
        case "object", "ask-to-stop", "agree", "decline", "close":
            guard words.count == 1 else { throw .form(verb) }
            let acts: [String: Act] = [
                "object": .object, "ask-to-stop": .askToStop, "agree": .answerStop(agrees: true),
                "decline": .answerStop(agrees: false),
            ]
            return acts[verb] ?? .close
        default:
            guard Move.Kind(rawValue: verb) != nil else { throw .unknownAct(verb) }
            return .move(try move(notation))
        }
    }

    private func belief(_ words: [String]) throws(NotationError) -> Act {
        let form =
            "believe SIDE goes-wrong|row R|pattern P|condition F|situation S PROVENANCE|feature F PROVENANCE CREDENCE"
        guard words.count > 3, let side = Side(rawValue: words[1]), let last = words.last else { throw .form(form) }
        let credence = try writtenCredence(last)
        if words[2] == "goes-wrong", words.count == 4 { return .believe(side, .goesWrong, credence) }
        guard words.count > 4 else { throw .form(form) }
        if words[2] == "row" {
            guard words.count == 5 else { throw .form(form) }
            return .believe(side, .row(try row(words[3])), credence)
        }
        let number = try number(words[2], words[3])
        switch (number, words.count) {
        case (.pattern, 5), (.condition, 5): return .believe(side, .number(QuotedNumber(number)), credence)
        case (.situation, 6), (.feature, 6):
            guard let provenance = Provenance(rawValue: words[4]) else { throw .unknownProvenance(words[4]) }
            return .believe(side, .number(QuotedNumber(number, at: provenance)), credence)
        default: throw .form(form)
        }
    }

    private func number(_ kind: String, _ identifier: String) throws(NotationError) -> Number {
        switch kind {
        case "pattern": .pattern(try pattern(identifier))
        case "condition": .condition(try feature(identifier))
        case "situation": .situation(try situation(identifier))
        case "feature": .feature(try feature(identifier))
        default: throw .unknownNumber(kind)
        }
    }

    private func coin(_ words: [String]) throws(NotationError) -> Act {
        guard words.count > 2, let verb = Move.Kind(rawValue: words[1]) else { throw .coin }
        switch verb {
        case .propose, .shallower, .misattribute:
            var options = try Options(words.dropFirst(3))
            let trigger = try features(options.take("trigger") ?? "")
            let family = verb == .propose ? options.take("family") : nil
            return .coin(Coin(words[2], .pattern(verb, trigger: trigger, family: family)), try options.offers())
        case .counter:
            guard words.count > 3 else { throw .coin }
            guard let provenance = Provenance(rawValue: words[3]) else { throw .unknownProvenance(words[3]) }
            var options = try Options(words.dropFirst(4))
            let exhibits = try features(options.take("exhibits") ?? "")
            guard let named = options.take("channel") else { throw .coin }
            guard let channel = Channel(rawValue: named) else { throw .unknownChannel(named) }
            return .coin(Coin(words[2], .situation(provenance, exhibits: exhibits, channel)), try options.offers())
        case .sophisticate, .concede: throw .coin
        }
    }

    private func features(_ list: String) throws(NotationError) -> FeatureSet {
        var features = FeatureSet()
        guard !list.isEmpty else { return features }
        for identifier in list.split(separator: "+", omittingEmptySubsequences: false).map(String.init) {
            let feature = try feature(identifier)
            guard !features.contains(feature) else { throw .twice(identifier) }
            features = features.inserting(feature)
        }
        return features
    }
}

extension Offers {
    fileprivate var notation: String {
        let offers = [("divergence", divergence), ("training", training), ("judge", judge)]
        return offers.map { key, credence in credence.map { " \(key)=\($0)" } ?? "" }.joined()
    }
}

/// The words behind an act, each `key=value`.
private struct Options {
    private var values: [String: String] = [:]

    init(_ words: ArraySlice<String>) throws(NotationError) {
        for word in words {
            guard let sign = word.firstIndex(of: "="), sign > word.startIndex else { throw .notAnOption(word) }
            let key = String(word[..<sign])
            guard values.updateValue(String(word[word.index(after: sign)...]), forKey: key) == nil else {
                throw .twice(key)
            }
        }
    }

    mutating func take(_ key: String) -> String? { values.removeValue(forKey: key) }

    /// What each wrote down; nothing else may be left.
    mutating func offers() throws(NotationError) -> Offers {
        var offers = Offers()
        if let text = take("divergence") { offers.divergence = try writtenCredence(text) }
        if let text = take("training") { offers.training = try writtenCredence(text) }
        if let text = take("judge") { offers.judge = try writtenCredence(text) }
        if let key = values.keys.min() { throw .unknownOption(key) }
        return offers
    }
}

private func writtenCredence(_ text: String) throws(NotationError) -> Credence {
    guard let credence = Credence(text) else { throw .badCredence(text) }
    return credence
}

extension Credence {
    /// A credence as notation writes it: digits, and at most six more after a point; `nil` for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.allSatisfy({ $0.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) }),
            parts.count == 1 || parts[1].utf8.count <= 6,
            let millionths = ExactDecimal(text)?.count(places: 6)
        else { return nil }
        self.init(millionths: millionths)
    }
}
