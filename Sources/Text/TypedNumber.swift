/// A number as a person types it: decimal digits with at most one point, or one comma in its place.
public struct TypedNumber: Hashable, Sendable {
    public let value: Double
    /// With a point.
    public let text: String

    /// `nil` for anything else; blanks around it do not count.
    public init?(_ typed: some StringProtocol) {
        let digits = typed.trimmed.map { $0 == "," ? "." : $0 }
        let isNumber = digits.allSatisfy { $0 == "." || $0.isASCII && $0.isNumber }
        guard isNumber, digits.count(where: { $0 == "." }) <= 1, let value = Double(String(digits)), value.isFinite
        else { return nil }
        self.value = value
        text = String(digits)
    }
}

extension StringProtocol {
    /// Without blanks around it.
    public var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
