import Game
import Text

extension String {
    /// As a text of a ruleset's file may be, with single blanks and not too long; `nil` where nothing would be left.
    ///
    /// - Precondition: it is plain text.
    package var fileText: String? {
        let text = withSingleBlanks
        guard !text.unicodeScalars.allSatisfy(\.properties.isWhitespace) else { return nil }
        let limit = Format<String>.textLimit
        guard text.unicodeScalars.count > limit else { return text }
        return (String(text.unicodeScalars.prefix(limit - 1)) + "…").withSingleBlanks
    }

    /// As the name of a card may be.
    package var fileName: String { clipped(Format<String>.nameLimit) }
}
