import Mustache

extension String {
    /// Text in which nothing is taken for HTML or XML, nor ends an attribute.
    ///
    /// It goes by scalars: swift-mustache's own escaping goes by characters, and leaves a `<` alone that is one character
    /// with a mark beside it.
    var inMarkup: String {
        String(
            unicodeScalars.reduce(into: UnicodeScalarView()) { text, scalar in
                switch scalar {
                case "<": text.append(contentsOf: "&lt;".unicodeScalars)
                case ">": text.append(contentsOf: "&gt;".unicodeScalars)
                case "&": text.append(contentsOf: "&amp;".unicodeScalars)
                case "\"": text.append(contentsOf: "&quot;".unicodeScalars)
                case "'": text.append(contentsOf: "&#39;".unicodeScalars)
                default: text.append(scalar)
                }
            })
    }
}

/// How the templates escape what is put into them; they name it in their first line.
struct MarkupContent: MustacheContentType {
    static let name = "MARKUP"

    func escapeText(_ text: String) -> String { text.inMarkup }
}
