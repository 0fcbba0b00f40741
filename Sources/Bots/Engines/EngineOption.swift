/// An option of an engine, as a person has set it.
public struct EngineOption: Hashable, Sendable {
    public let name: String
    public let value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

extension EngineOption {
    /// What to tell an engine that has options of those names, and what to tell the players of the others.
    ///
    /// Names are the same whatever their case; the engine is told its own spelling.
    static func lines(_ options: [EngineOption], for names: [String]) -> (lines: [String], note: String?) {
        var lines: [String] = []
        var unknown: [String] = []
        for option in options {
            if let name = names.first(where: { $0.lowercased() == option.name.lowercased() }) {
                lines.append("option name \(name) value \(option.value)")
            } else {
                unknown.append("“\(option.name)”")
            }
        }
        guard !unknown.isEmpty else { return (lines, nil) }
        let known = names.isEmpty ? "it has none" : "it has \(names.joined(separator: ", "))"
        return (lines, "The engine has no option \(unknown.joined(separator: ", ")); \(known).")
    }
}
