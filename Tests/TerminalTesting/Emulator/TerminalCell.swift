/// One place on the screen.
public struct TerminalCell: Hashable, Sendable {
    /// A character with its combining marks; empty in the right half of a wide character.
    public var text: String
    /// 1, or 2 for a wide character, or 0 for the right half of one.
    public var width: Int
    public var style: TerminalStyle

    public init(_ text: String = " ", width: Int = 1, style: TerminalStyle = TerminalStyle()) {
        self.text = text
        self.width = width
        self.style = style
    }

    /// What erasing leaves: a blank that keeps the background alone.
    static func blank(after style: TerminalStyle) -> TerminalCell {
        TerminalCell(style: TerminalStyle(background: style.background))
    }

    static func rightHalf(of style: TerminalStyle) -> TerminalCell {
        TerminalCell("", width: 0, style: style)
    }
}

/// How a cell is drawn.
public struct TerminalStyle: Hashable, Sendable {
    public var bold = false
    public var dim = false
    public var italic = false
    public var underline = false
    public var blink = false
    public var reverse = false
    public var invisible = false
    public var struck = false
    public var foreground: TerminalColour
    public var background: TerminalColour

    public init(foreground: TerminalColour = .standard, background: TerminalColour = .standard) {
        self.foreground = foreground
        self.background = background
    }
}

public enum TerminalColour: Hashable, Sendable {
    /// The terminal's own.
    case standard
    /// 0–7, the bright 8–15, or the rest of the palette.
    case indexed(Int)
    case rgb(red: Int, green: Int, blue: Int)
}
