import Game
import Testing

@Suite("A credence as it is typed")
struct TypedCredenceTests {
    @Test(
        "is read in every way that people write one, and what was understood is said",
        arguments: [
            ("70%", "70%"), (" 70 % ", "70%"), ("70 percent", "70%"), ("0,5%", "0.5%"),
            (".7", "70% (a bare number up to 1 is a fraction)"), ("0.7", "70% (a bare number up to 1 is a fraction)"),
            ("0,7", "70% (a bare number up to 1 is a fraction)"), ("1", "100% (a bare number up to 1 is a fraction)"),
            ("70", "70% (a bare number above 1 is a percentage)"),
            ("7,5", "7.5% (a bare number above 1 is a percentage)"),
            ("1.5", "1.5% (a bare number above 1 is a percentage)"),
            ("7:3", "70% (odds of 7 to 3 for it)"), ("1,5 : 1", "60% (odds of 1.5 to 1 for it)"),
            ("1 in 3", "33.3333% (1 in 3)"), ("1in4", "25% (1 in 4)"), ("2 IN 3", "66.6667% (2 in 3)"),
            ("2.3b", "20.3063% (2.3 bits of surprisal)"), ("3 bits", "12.5% (3 bits of surprisal)"),
            ("0b", "100% (0 bits of surprisal)"),
        ])
    func read(typed: String, understood: String) throws {
        #expect(try TypedCredence(typed).understood == understood)
    }

    @Test(
        "is taken for the nearest that can be held, which is certain only where that was typed",
        arguments: [("99.99999%", 999_999), ("1 in 3000000", 1), ("40b", 1), ("100%", 1_000_000), ("1:0", 1_000_000)])
    func nearest(typed: String, millionths: Int) throws {
        #expect(try TypedCredence(typed).credence.millionths == millionths)
    }

    @Test(
        "that cannot be read is refused, with the ways to write one",
        arguments: [
            "", "often", "1..2", "1,000,000", "7 0", "-0.7", "1e-3", "0x1", "nan", "7:", "1 in", "7:3:1", "%", "b", "¾",
        ])
    func unreadable(typed: String) {
        let error = #expect(throws: TypedCredenceError.self) { try TypedCredence(typed) }
        #expect(error == .unreadable(typed))
        #expect(error?.description.hasSuffix("write 70%, 0.7, 7:3, 1 in 3 or 2.3b") == true)
    }

    @Test(
        "that is no probability is refused", arguments: ["0", "0%", "150", "100.1%", "3 in 2", "0:1", "0:0", "1 in 0"])
    func outside(typed: String) {
        let error = #expect(throws: TypedCredenceError.self) { try TypedCredence(typed) }
        #expect(error == .outside(typed))
    }
}
