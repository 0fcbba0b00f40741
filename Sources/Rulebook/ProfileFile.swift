public import Game

/// A profile as read from a file of its own, against the ruleset that it is for, and that ruleset with it.
///
/// The file holds what an entry of a ruleset's `profiles` does, and may say in `ruleset` whose profile it is.
public struct ProfileFile: Hashable, Sendable {
    public let profile: Profile
    /// With the profile last in its list; unchanged where it has one of that identifier with the same numbers, which
    /// then is the `profile`.
    public let ruleset: Ruleset
    /// In the order of the file, the first fifty.
    public let warnings: [Diagnostic]
    /// Warnings beyond those.
    public let furtherWarnings: Int

    /// Reads a file of YAML.
    ///
    /// - Parameter ruleset: as its file has it, under no profile.
    /// - Throws: `RulebookError.unreadable`, or `.invalid` with every problem of the file.
    public init(contentsOf path: String, for ruleset: Ruleset) throws(RulebookError) {
        try self.init(SourceFile(contentsOf: path), ruleset)
    }

    /// Reads YAML from a string; complaints call it by that name.
    ///
    /// - Throws: `RulebookError.invalid`, as for a file.
    public init(_ text: String, named name: String, for ruleset: Ruleset) throws(RulebookError) {
        try self.init(SourceFile(Array(text.utf8), named: name), ruleset)
    }

    private init(_ source: SourceFile, _ ruleset: Ruleset) throws(RulebookError) {
        precondition(ruleset.profile == nil, "a profile changes the house's numbers")
        let report = Report()
        guard let (profile, ruleset) = ProfileFile.profile(of: source, ruleset, report), !report.hasErrors else {
            throw .invalid(source.diagnostics(report.errors), further: report.furtherErrors)
        }
        self.profile = profile
        self.ruleset = ruleset
        warnings = source.diagnostics(report.warnings)
        furtherWarnings = report.furtherWarnings
    }

    /// `nil`, and reported, where there is none for that ruleset; the report may have errors all the same.
    private static func profile(
        of source: SourceFile, _ ruleset: Ruleset, _ report: Report
    ) -> (Profile, Ruleset)? {
        guard let root = source.root(report, for: "a profile") else { return nil }
        if root.isRuleset {
            report.error("a ruleset, not a profile: “--ruleset” takes it", at: root.place)
            return nil
        }
        // What it says of the cards of another ruleset would all be complained of.
        if let other = root.text(at: "ruleset"), other != ruleset.identifier, other.isIdentifier {
            report.error(
                "a profile of “\(other)”, not of \(ruleset.identifier.quoted); without this line it is of any ruleset "
                    + "that has its cards", at: root.value(at: "ruleset")?.place ?? root.place)
            return nil
        }
        let lists = CardLists(of: ruleset)
        let format = Format<(profile: Profile, place: Place)>.mapping("profile") { mapping in
            _ = mapping.optional("ruleset", .identifier)
            return mapping.profile(over: lists).map { ($0, mapping.place(of: "id")) }
        }
        guard let (profile, place) = format.read(root, report), !report.hasErrors else { return nil }
        return ruleset.adding(profile, at: place, report)
    }
}

extension Ruleset {
    /// The ruleset with a profile more, and that profile as it has it; `nil`, and reported, where it has no place for it.
    fileprivate func adding(_ profile: Profile, at place: Place, _ report: Report) -> (Profile, Ruleset)? {
        if let own = profiles.first(where: { $0.identifier == profile.identifier }) {
            if hasSameNumbers(under: own, profile) { return (own, self) }
            report.error(
                "\(identifier.quoted) has a profile \(profile.identifier.quoted) with other numbers; "
                    + "this one needs another id", at: place)
            return nil
        }
        guard profiles.count < RulesetReader.profileLimit else {
            report.error("more than \(RulesetReader.profileLimit) profiles, with those of the ruleset", at: place)
            return nil
        }
        var ruleset = self
        ruleset.profiles.append(profile)
        return ruleset.fitsMatch(report) ? (profile, ruleset) : nil
    }

    /// Whether two profiles come to the same, whatever they say of it.
    private func hasSameNumbers(under one: Profile, _ other: Profile) -> Bool {
        let (one, other) = (under(one), under(other))
        return one.limits == other.limits && one.intended == other.intended && one.features == other.features
            && one.patterns == other.patterns && one.situations == other.situations
    }
}

// What kind of file it is, by its keys.
extension YAMLNode {
    /// Whether it is a profile by itself.
    var isProfile: Bool { value(at: "id") != nil && !isRuleset }

    /// Whether it has what only rulesets have.
    fileprivate var isRuleset: Bool { ["imitatee", "premise", "deployments"].contains { value(at: $0) != nil } }

    /// The value at a key of a mapping.
    fileprivate func value(at key: String) -> YAMLNode? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// What is written as text at a key of a mapping.
    func text(at key: String) -> String? { value(at: key)?.content.text }
}
