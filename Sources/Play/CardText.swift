public import Game
import Text

/// What is wrong with the text of a card that somebody makes up.
public enum CardTextProblem: Error, Hashable, Sendable {
    case controlCharacters
    /// More columns than a card holds.
    case tooWide(Int, of: Int)
}

extension CardTextProblem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .controlCharacters: "the card's text holds control characters"
        case .tooWide(let columns, let limit):
            "the text is \(columns) columns wide; a card holds \(limit), two lines"
        }
    }
}

extension Coin {
    /// Columns that the text of a card may take: two lines of 76.
    public static let textColumns = 152
    public static let nameColumns = 24

    /// Makes sure that what is written on the card can be shown, and has room there; a program may write nothing.
    public func checkText() throws(RecordError) {
        for line in [text, act ?? ""] {
            guard line.isPlainText else { throw .card(.controlCharacters) }
            guard line.columns <= Self.textColumns else { throw .card(.tooWide(line.columns, of: Self.textColumns)) }
        }
    }
}
