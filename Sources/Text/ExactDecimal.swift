/// A number as written, such as `0.25`, `.6` or `1e-3`, without rounding.
public struct ExactDecimal {
    /// Without zeros at either end; empty for 0.
    private let digits: ArraySlice<UInt8>
    /// The place of the last digit: it counts 10^`exponent`.
    private let exponent: Int
    private let isNegative: Bool

    /// `nil` unless it is decimal digits with at most a sign, a point and an exponent.
    public init?(_ text: String) {
        var rest = text.utf8[...]
        isNegative = rest.first == UInt8(ascii: "-")
        rest.dropSign()
        let whole = rest.takeDigits()
        var fraction: [UInt8] = []
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = rest.takeDigits()
        }
        guard !whole.isEmpty || !fraction.isEmpty else { return nil }
        var power = 0
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            let sign = rest.first == UInt8(ascii: "-") ? -1 : 1
            rest.dropSign()
            let written = rest.takeDigits()
            guard !written.isEmpty else { return nil }
            power = sign * written.reduce(0) { min($0 * 10 + Int($1), 1_000_000_000) }
        }
        guard rest.isEmpty else { return nil }
        let all = whole + fraction
        let start = all.firstIndex { $0 != 0 } ?? all.endIndex
        let end = all.lastIndex { $0 != 0 }.map { $0 + 1 } ?? start
        digits = all[start..<end]
        exponent = digits.isEmpty ? 0 : power - fraction.count + (all.count - end)
    }

    /// Decimals needed to write it.
    public var decimals: Int { max(0, -exponent) }

    /// How many `10^−places` it is; `nil` where that is not whole, or beyond 10^15 either way.
    public func count(places: Int) -> Int? {
        let zeros = exponent + places
        guard digits.isEmpty || zeros >= 0 && digits.count + zeros <= 15 else { return nil }
        var count = digits.reduce(0) { $0 * 10 + Int($1) }
        for _ in 0..<max(0, digits.isEmpty ? 0 : zeros) { count *= 10 }
        return isNegative ? -count : count
    }
}

extension Substring.UTF8View {
    fileprivate mutating func dropSign() {
        if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { removeFirst() }
    }

    /// Takes the decimal digits at the start, as values from 0 to 9.
    fileprivate mutating func takeDigits() -> [UInt8] {
        let taken = prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        self = self[taken.endIndex...]
        return taken.map { $0 - UInt8(ascii: "0") }
    }
}

/// A count of `10^−places` written as the shortest decimal.
public func decimal(_ count: Int, places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let whole = count / scale
    var rest = String(count % scale)
    guard rest != "0" else { return String(whole) }
    rest = String(repeating: "0", count: places - rest.count) + rest
    while rest.hasSuffix("0") { rest.removeLast() }
    return "\(whole).\(rest)"
}
