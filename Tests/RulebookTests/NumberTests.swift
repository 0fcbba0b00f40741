import Game
import Rulebook
import TestSupport
import Testing

@Suite("A number in a file")
struct NumberTests {
    /// The worked example with other text for the credence of what is intended.
    private func credence(_ text: String) throws -> Int {
        let example = String(decoding: try Fixtures.bytes(Fixtures.ruleset("worked-example")), as: UTF8.self)
        let replaced = example.split(separator: "credence: 0.5}", maxSplits: 1)
        let rulebook = try Rulebook(replaced.joined(separator: "credence: \(text)}"), named: "test")
        return rulebook.ruleset.intended.credence.millionths
    }

    @Test(
        "is read exactly",
        arguments: [
            ("0.6", 600_000), (".6", 600_000), ("1", 1_000_000), ("1.0", 1_000_000), ("1.", 1_000_000),
            ("1e-3", 1000), ("1E-3", 1000), ("+0.5", 500_000), ("0.123456", 123_456),
            ("0.1234560000", 123_456), ("000.5", 500_000), ("0.000001", 1), ("100e-2", 1_000_000),
            ("0.00001e3", 10_000), ("1000000e-6", 1_000_000), ("5e-01", 500_000),
        ])
    func exact(text: String, millionths: Int) throws {
        #expect(try credence(text) == millionths)
    }

    @Test(
        "is refused when it is none, or too fine, or out of range",
        arguments: [
            "", "~", "null", "true", ".", "+", "-", "e5", "1e", "1e+", "0x10", "0o7", "1_000", "1,0", "0.5.5",
            "½", "٠٫٥", "NaN", ".nan", "inf", ".inf", "-.inf", "'0.5'", "\"0.5\"", "0", "-0.5", "1.000001",
            "0.1234567", "1e400", "1e-400", "1e99999999999999999999", "1e-99999999999999999999", "50%",
            "18446744073709551617", "[0.5]", "{0.5: 1}", "1:30", "2001-01-01",
        ])
    func refused(text: String) {
        #expect(throws: RulebookError.self) { try credence(text) }
    }
}
