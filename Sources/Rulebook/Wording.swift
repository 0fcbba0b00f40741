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

    /// With runs of blanks, tabs and line breaks as single blanks, and none at either end.
    var withSingleBlanks: String {
        let blank = UInt8(ascii: " ")
        var text: [UInt8] = []
        var isApart = false
        for byte in utf8 {
            switch byte {
            case blank, UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                isApart = !text.isEmpty
            default:
                if isApart { text.append(blank) }
                isApart = false
                text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension Unicode.Scalar {
    /// As in `U+202E`.
    var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
