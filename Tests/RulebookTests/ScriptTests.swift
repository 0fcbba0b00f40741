import Game
import Rulebook
import Testing

@Suite("Text in any script")
struct ScriptTests {
    @Test(
        "is read as it is written",
        arguments: [
            "می‌خواهم بخوابم", "क्‍ष और क्‌ष", "שלום\u{200E} abc", "العربية \u{061C}123", "日本語の文", "한국어", "ᠮᠣᠩᠭᠣᠯ\u{180E}ᠠ",
            "ไทย", "ትግርኛ", "𐎠𐎭𐎶", "👩‍💻 at work", "é e\u{301}", "\u{0600}12",
        ])
    func scripts(text: String) {
        let written = Written(text)
        #expect(written.ruleset?.features[0].text == text && written.diagnostics.isEmpty, "\(written.diagnostics)")
    }

    @Test(
        "is refused, and told why, where it hides or turns what is beside it, or is no text",
        arguments: [
            ("a\u{202E}b", "U+202E is not plain text: it turns the text around it"),
            ("a\u{2066}b", "it turns the text around it"), ("a\u{200B}b", "it cannot be seen"),
            ("a\u{FEFF}b", "it cannot be seen"), ("a\u{7}b", "a terminal would obey it"),
            ("a\u{2028}b", "it breaks the line"), ("a\u{E001}b", "it is a sign in some fonts only"),
            ("a\u{E0041}b", "it cannot be seen"), ("a\u{378}b", "no script has it"),
        ])
    func refused(text: String, reason: String) throws {
        let told = try #require(Written(text).diagnostics.first)
        #expect(told.line == 9 && told.column == 12 && told.message.hasSuffix(reason), "\(told)")
    }
}
