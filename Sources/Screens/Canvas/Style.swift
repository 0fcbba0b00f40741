/// What a cell means; the console chooses how to show it. Nothing is told by colour alone.
public enum Style: Character, Hashable, Sendable, CaseIterable {
    case plain = "."
    /// Beside the point: captions, what cannot be had.
    case faint = "f"
    case strong = "s"
    /// Lines between panes, and the titles in them.
    case rule = "r"
    /// The item that the keys act on.
    case focus = "F"
    /// Divergence's own and Training's own.
    case divergence = "D"
    case training = "T"
    /// Something to act on before anything else.
    case alarm = "!"
}
