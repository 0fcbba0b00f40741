public import Game

/// An act as it happened: what was said with it, and when.
public struct Entry: Hashable, Sendable {
    public var act: Act
    /// Plain text, perhaps of several lines.
    public var words: String?
    /// As in `2026-11-21T05:30:12Z`; empty until it is written down.
    public var time: String

    public init(_ act: Act, words: String? = nil, at time: String = "") {
        self.act = act
        self.words = words
        self.time = time
    }

    /// Whether it only seals a credence.
    public var isSealed: Bool { act.isSealed }

    /// The same, written down at a time.
    public func stamped(_ time: String) -> Entry { Entry(act, words: words, at: time) }
}
