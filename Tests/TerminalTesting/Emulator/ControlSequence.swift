/// A control sequence, `ESC [` to its final character, taken apart.
struct ControlSequence: Equatable, Sendable {
    /// One of `<=>?`, which make a sequence private.
    var prefix: Character?
    /// The numbers between semicolons, each with what follows it after colons; `nil` where none is written.
    var parameters: [[Int?]] = []
    var intermediates = ""
    var final: Character
    /// As it was received, escape shown as `\e`.
    var source: String

    /// Takes apart what stood between `ESC [` and the final character; `nil` when it is out of order.
    init?(body: String, final: Character) {
        var rest = Substring(body)
        if let first = rest.first, "<=>?".contains(first) {
            prefix = first
            rest = rest.dropFirst()
        }
        let digits = rest.prefix { ("0"..."9").contains($0) || $0 == ";" || $0 == ":" }
        rest = rest.dropFirst(digits.count)
        guard rest.allSatisfy({ (" "..."/").contains($0) }) else { return nil }
        intermediates = String(rest)
        self.final = final
        source = "\\e[\(body)\(final)"
        guard !digits.isEmpty else { return }
        for field in digits.split(separator: ";", omittingEmptySubsequences: false) {
            let numbers = field.split(separator: ":", omittingEmptySubsequences: false)
            guard numbers.allSatisfy({ $0.count <= 6 }) else { return nil }
            parameters.append(numbers.map { Int($0) })
        }
    }

    /// The parameter at this place, or the fallback where it is missing; not for those to which 0 means 1.
    func value(_ index: Int, default fallback: Int = 0) -> Int {
        guard index < parameters.count, let value = parameters[index].first else { return fallback }
        return value ?? fallback
    }

    /// A count: 1 where missing or 0.
    func count(_ index: Int = 0) -> Int {
        max(1, value(index))
    }

    /// The first number of every parameter, at least one.
    var values: [Int] {
        parameters.isEmpty ? [0] : parameters.indices.map { value($0) }
    }
}

/// What the terminal is asked to do.
enum TerminalAction: Equatable {
    case print(Unicode.Scalar)
    case control(Unicode.Scalar)
    /// What follows an escape that opens nothing longer: intermediates and a final character.
    case escape(String)
    case sequence(ControlSequence)
    /// An operating system command or the like: the character after escape, and the text.
    case string(Character, String)
    /// Something no terminal understands, printably.
    case malformed(String)
}
