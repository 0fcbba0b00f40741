import Engine

extension String {
    /// Harmless, and cut after forty characters.
    var cut: String {
        let start = String(prefix(41)).madePlain
        return start.count > 40 ? start.prefix(40) + "…" : start
    }

    /// Cut and in quotation marks.
    var quoted: String { "“\(cut)”" }

    /// As in “*an* observation”.
    var withArticle: String {
        (first.map("aeiou".contains) ?? false ? "an " : "a ") + self
    }

    /// `; did you mean “…”?`, or nothing where no candidate is near.
    func suggestion(among candidates: some Sequence<String>) -> String {
        guard utf8.count <= 64, let candidate = nearest(to: self, among: candidates) else { return "" }
        return "; did you mean \(candidate.quoted)?"
    }

    /// With runs of blanks, tabs and line breaks as single blanks, and none at either end.
    var withSingleBlanks: String {
        split(whereSeparator: \.isBlank).joined(separator: " ")
    }
}

extension Character {
    fileprivate var isBlank: Bool {
        switch self {
        case " ", "\t", "\n", "\r", "\r\n": true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// As in `U+202E`.
    var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
