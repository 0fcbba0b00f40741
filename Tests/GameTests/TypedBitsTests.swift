import Game
import Testing

@Suite("Bits as somebody types them")
struct TypedBitsTests {
    private let range = Bits(millibits: 1)...Bits(millibits: 31600)

    @Test(
        "are a number of bits, or the credence that costs as much",
        arguments: [
            ("12.5", 12500), ("12,5", 12500), (" 12.345 bits", 12345), ("3b", 3000), ("0.5", 500), ("1 in 8", 3000),
            ("1:7", 3000), ("12.5%", 3000), ("1 in 1000000000", 29897), (".001", 1), ("31.600", 31600),
        ])
    func read(text: String, millibits: Int) throws {
        #expect(try TypedBits(text, in: range).bits == Bits(millibits: millibits))
    }

    @Test(
        "are refused with the reason",
        arguments: [
            ("", TypedBitsError.unreadable), ("-1", .unreadable), ("many", .unreadable), ("1e3", .unreadable),
            ("1 in 0", .unreadable), ("3 in 2", .unreadable), ("1.2345", .tooFine), ("0", .tooFew(Bits(millibits: 1))),
            ("100%", .tooFew(Bits(millibits: 1))), ("31.601", .tooMany(Bits(millibits: 31600))),
            ("99999999999999999999", .tooMany(Bits(millibits: 31600))),
        ])
    func refused(text: String, error: TypedBitsError) {
        #expect(throws: error) { try TypedBits(text, in: range) }
    }

    @Test("are told as they were understood")
    func understood() throws {
        #expect(try TypedBits("1 in 1000", in: range).understood == "9.966 bits, 1 in 1000")
    }
}
