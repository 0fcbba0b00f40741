public import Game

/// A ruleset as read from a file, with what is odd about it but not wrong.
public struct Rulebook: Hashable, Sendable {
    /// The house's numbers, with every profile.
    public let ruleset: Ruleset
    /// In the order of the file, the first fifty.
    public let warnings: [Diagnostic]
    /// Warnings beyond those.
    public let furtherWarnings: Int
    private let source: SourceFile
    /// Where the rules of each bot stand.
    private let rules: [[Place]]

    /// The largest file that is read, in bytes: 4 MiB.
    public static let sizeLimit = 4 * 1_048_576

    /// Reads a file of YAML.
    ///
    /// - Throws: `RulebookError.unreadable`, or `.invalid` with every problem of the file.
    public init(contentsOf path: String) throws(RulebookError) {
        try self.init(SourceFile(contentsOf: path))
    }

    /// Reads YAML, or the JSON of a `RulesetDocument`, from memory; complaints call it by that name.
    ///
    /// - Throws: `RulebookError.unreadable` beyond the size limit, or `.invalid`.
    public init(_ bytes: [UInt8], named name: String) throws(RulebookError) {
        guard bytes.count <= Rulebook.sizeLimit else {
            throw .unreadable(path: name, reason: Unreadable.tooLarge(limit: Rulebook.sizeLimit).reason)
        }
        try self.init(SourceFile(bytes, named: name))
    }

    private init(_ source: SourceFile) throws(RulebookError) {
        let report = Report()
        guard let (ruleset, rules) = Rulebook.ruleset(of: source, report) else {
            throw .invalid(source.diagnostics(report.errors), further: report.furtherErrors)
        }
        self.source = source
        self.ruleset = ruleset
        self.rules = rules
        warnings = source.diagnostics(report.warnings)
        furtherWarnings = report.furtherWarnings
    }

    /// Reads YAML from a string.
    ///
    /// - Throws: as for bytes.
    public init(_ text: String, named name: String) throws(RulebookError) {
        try self.init(Array(text.utf8), named: name)
    }

    /// Warnings at some rules of a bot, each by its index, in the order of the file.
    ///
    /// - Parameter bot: its index in the ruleset.
    public func warnings(atRules indices: [Int], ofBot bot: Int, _ message: String) -> [Diagnostic] {
        source.diagnostics(
            indices.map { Complaint(severity: .warning, place: rules[bot][$0], message: message) })
    }

    /// `nil` where the report has errors.
    private static func ruleset(of source: SourceFile, _ report: Report) -> (Ruleset, [[Place]])? {
        guard let root = source.root(report) else { return nil }
        if root.isProfile {
            report.error(
                "a profile, not a ruleset: “credulity rules check \(root.text(at: "ruleset") ?? "RULESET") "
                    + "--profile \(source.name)” checks it", at: root.place)
            return nil
        }
        guard let (ruleset, rules) = RulesetReader(report).ruleset(from: root),
            ruleset.fitsMatch(report)
        else { return nil }
        return (ruleset, rules)
    }
}

extension Ruleset {
    /// Whether a match can be saved with it, and read again; reports if not.
    func fitsMatch(_ report: Report) -> Bool {
        let document = Array(RulesetDocument(self).json.utf8)
        if document.count <= Rulebook.sizeLimit, YAMLGuard(document).isPassable { return true }
        report.error("too large to be saved with a match", at: .start)
        return false
    }
}
