import Game
import Text

extension String {
    /// Harmless, and cut after forty characters, each a single scalar.
    var cut: String {
        let start = unicodeScalars.prefix(41)
        return String(start.prefix(40)).madePlain + (start.count > 40 ? "…" : "")
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
}

extension Unicode.Scalar {
    /// As in `U+202E`.
    var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
