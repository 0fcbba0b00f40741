import Foundation
import Game
import Testing
import Text

@Suite("JSON as we write it")
struct JSONTests {
    /// What another reader makes of it.
    private func read(_ json: JSON) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(json.line.utf8), options: .fragmentsAllowed)
    }

    @Test("keeps every character of Unicode's first planes, and holds no control character")
    func characters() throws {
        for scalars in [0...0x7FF, 0x2000...0x20FF, 0xFFF0...0xFFFF, 0x1F600...0x1F64F] {
            let text = String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
            let line = JSON.text(text).line
            #expect(line.utf8.allSatisfy { $0 >= 0x20 })
            #expect(try read(.text(text)) as? String == text)
            #expect(try read(.object([(text, .list([text, ""]))])) as? [String: [String]] == [text: [text, ""]])
        }
    }

    @Test(
        "escapes only what must be",
        arguments: [
            ("", #""""#), ("“é” / \u{7F}", "\"“é” / \u{7F}\""), (#"a"b\c"#, #""a\"b\\c""#),
            ("\n\r\t", #""\n\r\t""#), ("\u{0}\u{1B}[2J", ##""\u0000\u001b[2J""##),
        ])
    func escapes(text: String, line: String) {
        #expect(JSON.text(text).line == line)
    }

    @Test("writes numbers so that they read back the same, and null for what is none")
    func numbers() throws {
        var random = SplitMix64(seed: 1)
        let whole: [Double] = [0, 1, -3, 0.5, 1e-7, 1e21, .leastNonzeroMagnitude, .greatestFiniteMagnitude]
        for number in whole + (0..<1000).map({ _ in Double.random(in: -1e6...1e6, using: &random) }) {
            #expect(Double(JSON.number(number).line) == number)
            let line = JSON.list([.number(number)]).line
            #expect(try JSONDecoder().decode([Double].self, from: Data(line.utf8)) == [number])
        }
        #expect(JSON.list([.number(1.0), .number(UInt64.max), .number(Double.nan)]).line == "[1,\(UInt64.max),null]")
    }

    @Test("keeps the keys in their order, leaves out those that are absent, and takes any depth")
    func objects() {
        let json = JSON.object([("b", .flag(true)), nil, ("a", .list([.null, .object([]), .number("1.50")]))])
        #expect(json.line == #"{"b":true,"a":[null,{},1.50]}"#)
    }
}
