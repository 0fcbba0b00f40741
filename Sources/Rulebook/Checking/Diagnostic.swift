import Game
import Text

/// One thing wrong or odd at one place in a file.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable {
        case error, warning
    }

    public let severity: Severity
    public let file: String
    /// From 1.
    public let line: Int
    /// From 1, in Unicode scalars.
    public let column: Int
    public let message: String
    /// The line of the file, or at most about 100 columns of it, with nothing a terminal would obey.
    public let excerpt: String
    /// Columns of the excerpt that come before the place.
    public let indent: Int
}

extension Diagnostic: CustomStringConvertible {
    /// `file:line:column: error: message`, the line, and a caret below the place.
    public var description: String {
        """
        \(file.madePlain):\(line):\(column): \(severity.rawValue): \(message)
        \(excerpt)
        \(String(repeating: " ", count: indent))^
        """
    }
}

extension Diagnostic: Comparable {
    /// In the order of the file, and of what is said.
    public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        (left.line, left.column, left.message) < (right.line, right.column, right.message)
    }
}
