import Game
import Text

/// Why a ruleset could not be read. Its description is what a person is shown.
public enum RulebookError: Error, Hashable, Sendable {
    /// The file cannot be had at all.
    case unreadable(path: String, reason: String)
    /// The file breaks the laws of RULES §11: its first fifty errors in the order of the file, and how many
    /// more there are.
    case invalid([Diagnostic], further: Int)
}

extension RulebookError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let path, let reason):
            return "\(path.madePlain): error: \(reason)"
        case .invalid(let diagnostics, let further):
            let shown = diagnostics.map(\.description).joined(separator: "\n")
            guard further > 0 else { return shown }
            return shown + "\nand \(further) more error\(further == 1 ? "" : "s")"
        }
    }
}
