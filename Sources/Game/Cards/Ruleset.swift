/// The cards, credences and limits of a game. Source: RULES §2.
///
/// The order of every list is the file's and breaks ties. `Rulebook` checks a file before it becomes one
/// of these; code that builds one by hand keeps the same laws (RULES §11).
public struct Ruleset: Hashable, Sendable {
    /// The thing training aims at.
    public struct Intended: Hashable, Sendable {
        public var text: String
        public var credence: Credence

        public init(text: String, credence: Credence) {
            self.text = text
            self.credence = credence
        }
    }

    /// A row of the table that self-play gives intuitions about.
    public struct Row: Hashable, Sendable {
        public var identifier: String
        public var text: String
        public var patterns: [Pattern.ID]
        public var features: [Feature.ID]

        /// The identifier with spaces for hyphens.
        public var name: String { CardLabel(identifier, text: text).name }

        public init(identifier: String, text: String, patterns: [Pattern.ID], features: [Feature.ID]) {
            self.identifier = identifier
            self.text = text
            self.patterns = patterns
            self.features = features
        }
    }

    /// Something that, once seen, would change somebody's mind.
    public struct Observation: Hashable, Sendable {
        public var identifier: String
        public var text: String
        /// Whom it moves.
        public var moves: String
        /// The cards it bears on, by identifier.
        public var claims: [String]

        public init(identifier: String, text: String, moves: String, claims: [String]) {
            self.identifier = identifier
            self.text = text
            self.moves = moves
            self.claims = claims
        }
    }

    /// A term of art and one plain sentence on it.
    public struct Term: Hashable, Sendable {
        public var term: String
        public var meaning: String

        public init(term: String, meaning: String) {
            self.term = term
            self.meaning = meaning
        }
    }

    public var identifier: String
    public var title: String
    /// The person whom the AI is trained to imitate.
    public var imitatee: String
    public var premise: String
    public var limits: Limits
    public var intended: Intended
    public var features: [Feature] = []
    public var patterns: [Pattern] = []
    public var situations: [Situation] = []
    public var deployments: [Deployment] = []
    public var profiles: [Profile] = []
    /// The scripted opponents.
    public var bots: [Persona] = []
    public var rows: [Row] = []
    public var observations: [Observation] = []
    public var glossary: [Term] = []
    /// The profile whose numbers these are; `nil` for the house.
    public private(set) var profile: Profile?

    public init(
        identifier: String, title: String, imitatee: String, premise: String, limits: Limits,
        intended: Intended
    ) {
        self.identifier = identifier
        self.title = title
        self.imitatee = imitatee
        self.premise = premise
        self.limits = limits
        self.intended = intended
    }

    public subscript(id: Feature.ID) -> Feature { features[id.index] }
    public subscript(id: Pattern.ID) -> Pattern { patterns[id.index] }
    public subscript(id: Situation.ID) -> Situation { situations[id.index] }

    public var featureIDs: [Feature.ID] { features.indices.map(Feature.ID.init) }
    public var patternIDs: [Pattern.ID] { patterns.indices.map(Pattern.ID.init) }
    public var situationIDs: [Situation.ID] { situations.indices.map(Situation.ID.init) }

    /// The ruleset with a profile's credences and limits in place of the house's.
    public func under(_ profile: Profile) -> Ruleset {
        var ruleset = self
        ruleset.profile = profile
        ruleset.limits = limits.replacing(profile.limits)
        ruleset.intended.credence = profile.intended ?? intended.credence
        for (id, data) in profile.features {
            ruleset.features[id.index].condition = data.condition ?? self[id].condition
            ruleset.features[id.index].ordinary = data.ordinary ?? self[id].ordinary
            ruleset.features[id.index].deliberate = data.deliberate ?? self[id].deliberate
        }
        for (id, credence) in profile.patterns {
            ruleset.patterns[id.index].credence = credence
        }
        for (id, data) in profile.situations {
            ruleset.situations[id.index].ordinary = data.ordinary ?? self[id].ordinary
            ruleset.situations[id.index].deliberate = data.deliberate ?? self[id].deliberate
        }
        return ruleset
    }

    /// The ruleset with a match's own limit on Training, under whatever profile.
    public func limiting(plausibility: Bits) -> Ruleset {
        var ruleset = self
        ruleset.limits[.plausibility] = plausibility.millibits
        for index in profiles.indices { ruleset.profiles[index].limits[.plausibility] = nil }
        return ruleset
    }

    /// The ruleset under the profile of that identifier; `nil` where it has none such.
    public func under(profile identifier: String) -> Ruleset? {
        profiles.first { $0.identifier == identifier }.map(under)
    }
}
