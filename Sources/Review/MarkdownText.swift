extension String {
    /// Text in which nothing is taken for Markdown, nor for HTML within it, wherever it stands on a line.
    ///
    /// It goes by scalars: a character of several can hide one that means something.
    package var inMarkdown: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let (start, rest) = Self.start(of: line)
            return start + Self.escaped(rest)
        }.joined(separator: "\n")
    }

    /// The scalars that make a list or a heading only where a line begins, escaped; and the others.
    private static func start(of line: Substring) -> (start: String, rest: Substring.UnicodeScalarView) {
        let scalars = line.unicodeScalars.drop { $0 == " " }
        let digits = scalars.prefix { ("0"..."9").contains($0) }
        let rest = scalars[digits.endIndex...]
        guard let next = rest.first else { return (String(digits), rest) }
        let isAlone = rest.dropFirst().first.map { $0 == " " } ?? true
        let isMeant = digits.isEmpty ? ["-", "+", "="].contains(next) : isAlone && [".", ")"].contains(next)
        return isMeant ? (String(digits) + "\\" + String(next), rest.dropFirst()) : (String(digits), rest)
    }

    private static func escaped(_ scalars: Substring.UnicodeScalarView) -> String {
        var text = UnicodeScalarView()
        for scalar in scalars {
            if special.contains(scalar) { text.append("\\") }
            text.append(scalar)
        }
        // An address would become a link by itself.
        return String(text).replacing("://", with: "\\://")
    }

    private static let special: Set<Unicode.Scalar> = [
        "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&", "$",
    ]
}
