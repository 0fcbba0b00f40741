import Glibc
import SystemPackage
import Text

/// The command that a person has named to start an engine with: a program and its arguments, without a shell.
public struct EngineCommand: Hashable, Sendable {
    /// As it was written.
    public let text: String
    /// The program, then its arguments; never empty.
    let words: [String]

    /// Blanks part words; single and double quotes keep them, and a backslash the character after it.
    ///
    /// - Throws: `EngineCommandError`.
    public init(_ text: String) throws(EngineCommandError) {
        guard text.isPlainText, !text.contains("\n") else { throw .notPlain }
        var words: [String] = []
        var word: String?
        var quote: Character?
        var rest = text[...]
        while let character = rest.popFirst() {
            switch (character, quote) {
            case ("\\", nil), ("\\", "\""):
                guard let next = rest.popFirst() else { throw .unfinished("\\") }
                word = (word ?? "") + String(next)
            case ("'", nil), ("\"", nil):
                quote = character
                word = word ?? ""
            case (_, let open?) where character == open: quote = nil
            case (" ", nil):
                if let word { words.append(word) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        if let quote { throw .unfinished(quote) }
        if let word { words.append(word) }
        guard let program = words.first, !program.isEmpty else { throw .empty }
        self.text = text
        self.words = words
    }

    /// Why the program cannot be started, as far as can be seen; `nil`: nothing stands against it.
    public var obstacle: EngineObstacle? {
        let program = words[0]
        guard program.contains("/") else {
            let path = getenv("PATH").map { String(cString: $0) } ?? ""
            let isThere = path.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
            return isThere ? nil : .notOnPath(program)
        }
        guard let status = try? Stat(program) else { return .missing(program) }
        return status.type == .regular && access(program, X_OK) == 0 ? nil : .notRunnable(program)
    }

    /// The file of the script that an interpreter is given, or else of the program; at most 24 columns.
    public var name: String {
        let script = words.dropFirst().first { !$0.hasPrefix("-") && $0.contains { ".".contains($0) || $0 == "/" } }
        let path = script ?? words[0]
        return (FilePath(path).lastComponent?.string ?? path).clipped(24)
    }
}

/// Why a command cannot be understood.
public enum EngineCommandError: Error, Hashable, Sendable, CustomStringConvertible {
    case empty
    case notPlain
    /// A quote that is not closed, or a backslash at the end.
    case unfinished(Character)

    public var description: String {
        switch self {
        case .empty: "expected a program and its arguments, as in engine:\"python3 my-engine.py\""
        case .notPlain: "the command holds control characters"
        case .unfinished("\\"): "the command ends in a backslash; expected the character that it keeps"
        case .unfinished(let quote): "the command lacks a closing \(quote)"
        }
    }
}

/// Why a program cannot be started, with the word that names it.
public enum EngineObstacle: Hashable, Sendable, CustomStringConvertible {
    case missing(String)
    case notOnPath(String)
    case notRunnable(String)

    public var description: String {
        switch self {
        case .missing(let program): "there is no “\(program)”"
        case .notOnPath(let program): "there is no program “\(program)” on the PATH"
        case .notRunnable(let program): "“\(program)” is not a program that may be run"
        }
    }
}
