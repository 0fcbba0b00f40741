import Play
import Bots
import Game

/// The form of a new match. Enter goes on from any field.
struct SetupScreen: Screen {
    enum Field: Int, CaseIterable {
        case ruleset, profile, mode
        case divergenceSeat, divergenceName, trainingSeat, trainingName
        case judge, limit, legs

        var side: Side? {
            switch self {
            case .divergenceName, .divergenceSeat: .divergence
            case .trainingName, .trainingSeat: .training
            default: nil
            }
        }

        /// Whether it is typed and not chosen.
        var isName: Bool { self == .divergenceName || self == .trainingName || self == .judge }
    }

    var rulesets: [Ruleset] = []
    var problems: [String] = []
    /// Whether the rulesets have come yet.
    var isLoaded = false
    var field = Field.ruleset
    var rulesetIndex = 0
    /// 0 is the house.
    var profileIndex = 0
    var mode = Mode.hard
    var names: [Side: TextField] = [
        .divergence: TextField("Ana", limit: 24), .training: TextField("Ben", limit: 24),
    ]
    /// The judge's name; empty where there is none.
    var judge = TextField(limit: 24)
    /// Whether bids settle the limit, and who plays what.
    var isForBids = false
    /// Whether a second leg is to follow, where it may.
    var wantsTwoLegs = false
    /// The names of the bots that play; where there is none, a person does.
    var seats: [Side: String] = [:]
    private let company: Company

    init(_ company: Company) {
        self.company = company
    }

    var ruleset: Ruleset? {
        rulesets.indices.contains(rulesetIndex) ? rulesets[rulesetIndex] : nil
    }

    /// The bots that play a side.
    func candidates(_ side: Side) -> [any Bot] {
        ruleset.map { bots(for: $0).filter { $0.sides.contains(side) } } ?? []
    }

    /// The bot that plays a side; `nil` for a person.
    func bot(_ side: Side) -> (any Bot)? {
        seats[side].flatMap { name in candidates(side).first { $0.name == name } }
    }

    /// A name is asked only of a person, and a judge sits only where one plays.
    private func isOpen(_ field: Field) -> Bool {
        if field == .judge { return mayBeJudged }
        return field.side.map { !field.isName || bot($0) == nil } ?? true
    }

    var profile: Profile? {
        profileIndex == 0 ? nil : ruleset?.profiles[profileIndex - 1]
    }

    var actions: [Offer] {
        [
            Offer(.accept, "go on"), Offer(.nextPane, "next field"), Offer(.previousPane), Offer(.up),
            Offer(.down), Offer(.left, "Right change", help: "the choice before"),
            Offer(.right, help: "the next choice"), Offer(.back, "back"), Offer(.quit),
        ]
    }

    var isTyping: Bool { field.isName }

    mutating func appear(_ size: Size) -> [Request] {
        [.effect(.loadRulesets)]
    }

    mutating func receive(_ answer: Answer, _ size: Size) -> [Request] {
        if case .rulesets(let rulesets, let last, let problems) = answer {
            self.rulesets = rulesets
            self.problems = problems
            isLoaded = true
            seats = company.seats(ruleset)
            if let last { begin(from: last) }
        }
        return []
    }

    /// What was chosen the last time, as far as it is still there.
    private mutating func begin(from last: Preferences) {
        guard let index = rulesets.firstIndex(where: { $0.identifier == last.ruleset }) else { return }
        rulesetIndex = index
        let profiles = rulesets[index].profiles
        profileIndex = profiles.firstIndex { $0.identifier == last.profile }.map { $0 + 1 } ?? 0
        mode = last.mode
        for side in last.players.people { names[side] = TextField(last.players[side].name, limit: 24) }
        seats = company.seats(ruleset)
        guard Company(last.players) == company else { return }
        judge = TextField(last.judge ?? "", limit: 24)
        isForBids = last.isForBids ?? false
        wantsTwoLegs = last.hasTwoLegs ?? false
        for side in Side.allCases { seats[side] = last.players[side].bot }
        reseatWhereBotsAreGone()
    }

    /// A bot that the ruleset does not have leaves the seats as they usually are.
    private mutating func reseatWhereBotsAreGone() {
        if Side.allCases.contains(where: { seats[$0] != nil && bot($0) == nil }) { seats = company.seats(ruleset) }
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        switch action {
        case .accept: return proceed()
        case .up, .previousPane: move(by: -1)
        case .down, .nextPane: move(by: 1)
        case .left: change(by: -1)
        case .right: change(by: 1)
        case .back, .quit: return [.pop]
        default: break
        }
        return []
    }

    mutating func type(_ key: Key, _ size: Size) -> [Request] {
        switch key {
        case .enter: return proceed()
        case .escape: return [.pop]
        case .up, .backtab: move(by: -1)
        case .down, .tab: move(by: 1)
        default: edit { _ = $0.type(key) }
        }
        return []
    }

    mutating func paste(_ text: String, _ size: Size) -> [Request] {
        edit { $0.insert(text) }
        return []
    }

    /// Changes the name that is being typed.
    private mutating func edit(_ change: (inout TextField) -> Void) {
        if field == .judge {
            change(&judge)
        } else if field.isName, let side = field.side, var name = names[side] {
            change(&name)
            names[side] = name
        }
    }

    private mutating func move(by step: Int) {
        let fields = Field.allCases.filter(isOpen)
        let next = (fields.firstIndex(of: field) ?? 0) + step
        field = fields[max(0, min(next, fields.count - 1))]
    }

    private mutating func change(by step: Int) {
        func cycled(_ value: Int, _ count: Int) -> Int { count == 0 ? 0 : (value + step + count) % count }
        switch field {
        case .ruleset where rulesets.count < 2: break
        case .ruleset:
            rulesetIndex = cycled(rulesetIndex, rulesets.count)
            profileIndex = 0
            reseatWhereBotsAreGone()
        case .profile: profileIndex = cycled(profileIndex, (ruleset?.profiles.count ?? 0) + 1)
        case .mode: mode = mode == .hard ? .easy : .hard
        case .divergenceSeat, .trainingSeat:
            guard let side = field.side else { break }
            let choices = [nil] + candidates(side).map(\.name)
            seats[side] = choices[cycled(choices.firstIndex(of: bot(side)?.name) ?? 0, choices.count)]
        case .limit: isForBids.toggle()
        case .legs: if maySwap { wantsTwoLegs.toggle() }
        case .divergenceName, .trainingName, .judge: break
        }
    }

    /// What was chosen; `nil` while there is no ruleset.
    var setup: Setup? {
        guard let ruleset else { return nil }
        var setup = Setup(ruleset: ruleset, profile: profile?.identifier, mode: mode, players: players)
        if mayBeJudged, !judge.trimmed.isEmpty { setup.judge = judge.trimmed }
        if isForBids { setup.limit = .toBeBid }
        if hasTwoLegs { setup.leg = .first }
        return setup
    }

    private func proceed() -> [Request] {
        guard let setup else { return [] }
        return [.effect(.remember(Preferences(setup))), .push(setup.opening)]
    }

    func player(_ side: Side) -> Player {
        if let bot = bot(side) { return Player(name: bot.title, seat: "bot:" + bot.name) }
        let typed = names[side]?.trimmed ?? ""
        return Player(name: typed.isEmpty ? (side == .divergence ? "Ana" : "Ben") : typed)
    }
}

// What may be chosen beside the players.
extension SetupScreen {
    var players: Players { Players(divergence: player(.divergence), training: player(.training)) }

    /// Whether somebody plays at this keyboard, where a judge could sit too.
    var mayBeJudged: Bool { !players.people.isEmpty }

    /// Whether everybody plays the other side too.
    var maySwap: Bool { ruleset.map(players.maySwap) ?? true }

    var hasTwoLegs: Bool { wantsTwoLegs && maySwap }
}

extension Setup {
    /// The screen that leads to the match: the bids, where they settle it; the people's predictions; or the match itself
    /// where only bots play.
    var opening: any Screen {
        if limit == .toBeBid { return BidsScreen(self) }
        return players.people.isEmpty ? OpeningScreen(self, []) : PredictionScreen(self)
    }
}
