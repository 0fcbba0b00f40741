/// Finds comments that may have been meant as the rest of a text, such as that in `text: rule #1`.
///
/// Who means a comment writes two blanks before the “#”, or one after it where the text is over.
struct StrayComments {
    private let text: [UInt8]
    private var cursor: SourceCursor
    /// Whether there is none at all.
    private let isIdle: Bool

    init(_ text: [UInt8]) {
        self.text = text
        cursor = SourceCursor(text)
        isIdle = !text.contains(UInt8(ascii: "#"))
    }

    /// Where such a comment begins behind a plain word; words are asked for in the order of the file.
    mutating func comment(behind word: String, at place: Place) -> Place? {
        guard !isIdle else { return nil }
        cursor.advance(to: place)
        guard cursor.place == place else { return nil }
        let end = end(of: word)
        let hash = text[end...].firstIndex { !$0.isBlank } ?? text.count
        guard hash < text.count, hash > end, text[hash] == UInt8(ascii: "#") else { return nil }
        let next = hash + 1 < text.count ? text[hash + 1] : 0x0A
        let isApart = next.isBlank || next.endsLine || next == UInt8(ascii: "#")
        guard !isApart || hash - end == 1 && !word.isEmpty else { return nil }
        var place = cursor
        place.advance(to: hash)
        return place.place
    }

    /// Where a word ends that begins at the cursor; the parser has made single blanks of its line breaks.
    private func end(of word: String) -> Int {
        var index = cursor.offset
        for byte in word.utf8 where !byte.isBlank && !byte.endsLine {
            while index < text.count, text[index].isBlank || text[index].endsLine { index += 1 }
            index += 1
        }
        return index
    }
}
