/// Breaks text into lines of at most `width` columns, at spaces where it can.
public func wrapped(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
        wrappedParagraph(paragraph, width: width)
    }
}

private func wrappedParagraph(_ paragraph: Substring, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in paragraph.split(separator: " ") {
        for piece in pieces(of: word, width: width) {
            if line.isEmpty {
                line = piece
            } else if line.columns + 1 + piece.columns <= width {
                line += " " + piece
            } else {
                lines.append(line)
                line = piece
            }
        }
    }
    return lines + [line]
}

/// A word that is longer than a line, cut up.
private func pieces(of word: Substring, width: Int) -> [String] {
    guard word.columns > width else { return [String(word)] }
    var pieces: [String] = [""]
    for character in word {
        if pieces[pieces.count - 1].columns + character.columns > width { pieces.append("") }
        pieces[pieces.count - 1].append(character)
    }
    return pieces
}
