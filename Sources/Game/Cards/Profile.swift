/// A named set of other credences and limits for the same ruleset. Source: RULES §2.
public struct Profile: Hashable, Sendable {
    /// The credences of a feature or situation that the profile changes; a situation has no `condition`.
    public struct Credences: Hashable, Sendable {
        public var condition: Credence?
        public var ordinary: Credence?
        public var deliberate: Credence?

        public init(condition: Credence? = nil, ordinary: Credence? = nil, deliberate: Credence? = nil) {
            self.condition = condition
            self.ordinary = ordinary
            self.deliberate = deliberate
        }
    }

    public var identifier: String
    public var title: String
    public var limits: [Limit: Int] = [:]
    public var intended: Credence?
    public var features: [Feature.ID: Credences] = [:]
    public var patterns: [Pattern.ID: Credence] = [:]
    public var situations: [Situation.ID: Credences] = [:]
    /// Why a credence departs, by the identifier of the card or limit.
    public var why: [String: String] = [:]

    public init(identifier: String, title: String) {
        self.identifier = identifier
        self.title = title
    }
}
