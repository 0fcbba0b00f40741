internal import Glibc
import Text

/// A credence as a person types it, such as `70%`, `0.7`, `7:3`, `1 in 3` or `2.3b`.
public struct TypedCredence: Hashable, Sendable {
    public let credence: Credence
    /// Which of the ways to write one it was taken for; `nil` where nobody could take it for another.
    private let reading: String?

    /// The ways to write one, as part of a sentence.
    public static let ways = "70%, 0.7, 7:3, 1 in 3 or 2.3b"

    /// The credence nearest to what was typed.
    ///
    /// - Throws: `TypedCredenceError` for what cannot be read, and for what is not above 0 and at most 1.
    public init(_ text: String) throws(TypedCredenceError) {
        guard let (probability, reading) = typed(text.lowercased()) else { throw .unreadable(text) }
        guard probability > 0, probability <= 1 else { throw .outside(text) }
        let most = probability < 1 ? 999_999 : 1_000_000
        let millionths = min(max(1, Int((probability * 1_000_000).rounded())), most)
        guard let credence = Credence(millionths: millionths) else { throw .outside(text) }
        self.credence = credence
        self.reading = reading
    }

    /// What was understood, such as `70% (a bare number above 1 is a percentage)`.
    public var understood: String {
        credence.percentage + (reading.map { " (\($0))" } ?? "")
    }
}

/// Why what was typed is no credence.
public enum TypedCredenceError: Error, Hashable, Sendable {
    case unreadable(String)
    /// Not above 0, or above 1.
    case outside(String)
}

extension TypedCredenceError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let text): "“\(text.clipped(20))” is no credence; write \(TypedCredence.ways)"
        case .outside(let text): "“\(text.clipped(20))” is not above 0 and at most 100%; write \(TypedCredence.ways)"
        }
    }
}

extension Credence {
    /// The shortest, such as `33.3333%`.
    public var percentage: String { decimal(millionths, places: 4) + "%" }
}

/// The probability that a text in lower case stands for, and how it was read.
func typed(_ text: String) -> (probability: Double, reading: String?)? {
    if let percent = number(text, before: ["%", "percent"]) { return (percent.value / 100, nil) }
    if let bits = number(text, before: ["bits", "bit", "b"]) {
        return (exp2(-bits.value), "\(bits.text) bits of surprisal")
    }
    if let (won, lost) = numbers(text, around: ":") {
        return (won.value / (won.value + lost.value), "odds of \(won.text) to \(lost.text) for it")
    }
    if let (part, whole) = numbers(text, around: "in") {
        return (part.value / whole.value, "\(part.text) in \(whole.text)")
    }
    guard let bare = TypedNumber(text) else { return nil }
    return bare.value > 1
        ? (bare.value / 100, "a bare number above 1 is a percentage")
        : (bare.value, "a bare number up to 1 is a fraction")
}

private func number(_ text: String, before units: [String]) -> TypedNumber? {
    let text = text.trimmed
    return units.first(where: text.hasSuffix).flatMap { TypedNumber(text.dropLast($0.count)) }
}

private func numbers(_ text: String, around sign: String) -> (TypedNumber, TypedNumber)? {
    let parts = text.split(separator: sign, omittingEmptySubsequences: false).map { TypedNumber($0) }
    guard parts.count == 2, let first = parts[0], let second = parts[1] else { return nil }
    return (first, second)
}
