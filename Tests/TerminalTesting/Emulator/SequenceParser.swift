/// Splits decoded output into characters, controls and sequences.
///
/// Source: Paul Williams, A parser for DEC's ANSI-compatible video terminals; without 8-bit controls, which
/// UTF-8 displaces, and with the unterminated palette strings of the Linux console.
struct SequenceParser: Sendable {
    private enum State {
        case ground
        case escape
        case sequence
        case string(Character)
        case stringEscape(Character)
    }

    private static let longestSequence = 128
    private static let longestStringKept = 4096

    private var state = State.ground
    private var body = ""

    /// What this character completes: seldom more than one thing.
    mutating func parse(_ scalar: Unicode.Scalar) -> [TerminalAction] {
        switch state {
        case .ground: ground(scalar)
        case .escape: escape(scalar)
        case .sequence: sequence(scalar)
        case .string(let introducer): string(scalar, introducer)
        case .stringEscape(let introducer): stringEscape(scalar, introducer)
        }
    }

    private mutating func ground(_ scalar: Unicode.Scalar) -> [TerminalAction] {
        if scalar == "\u{1B}" {
            enter(.escape)
            return []
        }
        return scalar.properties.generalCategory == .control ? [.control(scalar)] : [.print(scalar)]
    }

    private mutating func escape(_ scalar: Unicode.Scalar) -> [TerminalAction] {
        if let interrupted = interrupt(scalar, opening: "\\e") { return interrupted }
        switch scalar {
        case " "..."/":
            body.unicodeScalars.append(scalar)
            return []
        case "[" where body.isEmpty:
            enter(.sequence)
            return []
        case "]", "P", "^", "_", "X", "k":
            guard body.isEmpty else { fallthrough }
            enter(.string(Character(scalar)))
            return []
        case "0"..."~":
            let whole = body + String(scalar)
            enter(.ground)
            return [.escape(whole)]
        default:
            return abandon(scalar, opening: "\\e")
        }
    }

    private mutating func sequence(_ scalar: Unicode.Scalar) -> [TerminalAction] {
        if let interrupted = interrupt(scalar, opening: "\\e[") { return interrupted }
        switch scalar {
        case " "..."?" where body.utf8.count < Self.longestSequence:
            body.unicodeScalars.append(scalar)
            return []
        case "@"..."~":
            let parsed = ControlSequence(body: body, final: Character(scalar))
            let action = parsed.map(TerminalAction.sequence) ?? .malformed("\\e[\(body)\(scalar)")
            enter(.ground)
            return [action]
        default:
            return abandon(scalar, opening: "\\e[")
        }
    }

    private mutating func string(_ scalar: Unicode.Scalar, _ introducer: Character) -> [TerminalAction] {
        switch scalar {
        case "\u{1B}":
            state = .stringEscape(introducer)
            return []
        case "\u{07}", "\u{9C}":
            return [endString(introducer)]
        case "\u{18}", "\u{1A}":
            return abandon(scalar, opening: "\\e\(introducer)")
        default:
            if body.utf8.count < Self.longestStringKept { body.unicodeScalars.append(scalar) }
            return introducer == "]" && endsConsoleString ? [endString(introducer)] : []
        }
    }

    /// The Linux console's `ESC ] R` and `ESC ] P nrrggbb` end by themselves.
    private var endsConsoleString: Bool {
        body == "R" || body.count == 8 && body.first == "P" && body.dropFirst().allSatisfy(\.isHexDigit)
    }

    private mutating func stringEscape(
        _ scalar: Unicode.Scalar, _ introducer: Character
    ) -> [TerminalAction] {
        if scalar == "\\" { return [endString(introducer)] }
        let unterminated = TerminalAction.malformed("\\e\(introducer)\(body)")
        enter(.escape)
        return [unterminated] + escape(scalar)
    }

    private mutating func endString(_ introducer: Character) -> TerminalAction {
        let text = body
        enter(.ground)
        return .string(introducer, text)
    }

    /// A control within a sequence acts at once, but an escape starts afresh and `CAN` or `SUB` gives up.
    private mutating func interrupt(_ scalar: Unicode.Scalar, opening: String) -> [TerminalAction]? {
        switch scalar {
        case "\u{1B}":
            let cut = TerminalAction.malformed(opening + body)
            enter(.escape)
            return [cut]
        case "\u{18}", "\u{1A}":
            return abandon(scalar, opening: opening)
        case "\u{00}"..."\u{1F}":
            return [.control(scalar)]
        default:
            return nil
        }
    }

    private mutating func abandon(_ scalar: Unicode.Scalar, opening: String) -> [TerminalAction] {
        let cut = TerminalAction.malformed(opening + body)
        enter(.ground)
        return [cut] + ground(scalar)
    }

    private mutating func enter(_ next: State) {
        state = next
        body = ""
    }
}
