/// What every card shows: the words on it. They are only shown, never computed with.
public struct CardLabel: Hashable, Sendable {
    /// Unique within its list; `[a-z][a-z0-9-]*`.
    public var identifier: String
    /// At most 24 columns.
    public var name: String
    public var text: String
    /// One line on why its credences are what they are.
    public var why: String?
    /// The passage it comes from.
    public var source: String?

    /// Without a `name`, the identifier with spaces for hyphens.
    public init(
        _ identifier: String, name: String? = nil, text: String, why: String? = nil, source: String? = nil
    ) {
        self.identifier = identifier
        self.name = name ?? String(identifier.map { $0 == "-" ? " " : $0 })
        self.text = text
        self.why = why
        self.source = source
    }
}

/// A feature, pattern, situation or deployment of a ruleset.
public protocol Card: Sendable {
    var label: CardLabel { get }
}

extension Card {
    public var identifier: String { label.identifier }
    public var name: String { label.name }
    public var text: String { label.text }
    public var why: String? { label.why }
    public var source: String? { label.source }
}
