extension String {
    /// Filled with blanks on the right up to a width in columns.
    public func padded(_ width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - columns))
    }

    /// Filled with blanks on the left up to a width in columns.
    public func flushed(_ width: Int) -> String {
        String(repeating: " ", count: Swift.max(0, width - columns)) + self
    }

    /// Cut to a width in columns.
    public func clipped(_ width: Int) -> String {
        guard columns > width else { return self }
        var text = ""
        var taken = 0
        for character in self {
            guard taken + character.columns <= width - 1 else { break }
            text.append(character)
            taken += character.columns
        }
        return text + "…"
    }

    /// With a capital first letter.
    public var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// Without the full stop at its end, to go on in a sentence.
    public var asClause: String { hasSuffix(".") && !hasSuffix("..") ? String(dropLast()) : self }

    /// With a capital first letter, and a full stop where nothing else ends it.
    public var asSentence: String {
        let closing: Set<Character> = ["”", "’", "\"", "'", ")", "»"]
        let end = last { !closing.contains($0) }
        return capitalizedFirst + (end.map { ".!?…。".contains($0) } == true ? "" : ".")
    }
}

/// The last part of a path.
public func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
}

/// `one`, or a count with the plural.
public func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(count == 1 ? one : many ?? one + "s")"
}
