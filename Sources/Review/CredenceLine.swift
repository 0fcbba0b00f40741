import Text

/// A line from 0 to 100% with marks on it.
public struct CredenceLine: Hashable, Sendable {
    public struct Mark: Hashable, Sendable {
        let millionths: Int
        let character: Character

        public init(millionths: Int, character: Character) {
            self.millionths = millionths
            self.character = character
        }
    }

    public let text: String

    /// Of marks at one place the last is seen.
    ///
    /// - Parameter columns: two percent a column with 51, four with 26.
    public init(_ marks: [Mark], columns: Int = 51) {
        var line = ["├"] + Array(repeating: "─" as Character, count: columns - 2) + ["┤"]
        for mark in marks { line[(mark.millionths * (columns - 1) + 500_000) / 1_000_000] = mark.character }
        text = String(line)
    }

    /// What stands over it; the last label ends where the line does.
    public static func scale(columns: Int = 51) -> String {
        let steps = columns < 40 ? 2 : 4
        return (0...steps).reduce("") { scale, step in
            let label = "\(step * 100 / steps)%"
            let place = step * (columns - 1) / steps
            return scale.padded(step == steps ? columns - label.columns : place) + label
        }
    }
}
