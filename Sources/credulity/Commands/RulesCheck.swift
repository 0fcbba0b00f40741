import ArgumentParser
import Game
import Lab
import Rulebook
import Text

extension RulesCommand {
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Report everything that is wrong or odd in ruleset files, and try their bots.")

        @Argument(
            help: "Paths, or identifiers of shipped rulesets; all that are found without any.",
            completion: Candidates.ruleset)
        var rulesets: [String] = []

        @Option(help: "A profile of them to check too, from a file.", completion: Candidates.profile)
        var profile: String?

        func validate() throws {
            if profile != nil, rulesets.isEmpty {
                throw ValidationError("--profile is checked with a ruleset: rules check RULESET --profile FILE.")
            }
        }

        func run() throws {
            var isGood = true
            let names = rulesets.isEmpty ? Paths.rulesetFiles.map(\.path) : rulesets
            guard !names.isEmpty else { throw failure("no rulesets: \(Paths.searched)", code: 66) }
            for name in names {
                guard let rulebook = try? Paths.rulebook(name) else {
                    isGood = false
                    continue
                }
                report(on: rulebook)
                if let profile, (try? report(on: profile, of: rulebook.ruleset)) == nil { isGood = false }
            }
            guard isGood else { throw ExitCode(65) }
        }

        private func report(on rulebook: Rulebook) {
            let trials = RuleTrial.all(in: rulebook.ruleset)
            let warnings = (rulebook.warnings + trials.enumerated().flatMap { rulebook.warnings(of: $1, bot: $0) })
                .sorted()
            show(warnings, further: rulebook.furtherWarnings)
            let ruleset = rulebook.ruleset
            print(
                "\(ruleset.identifier): good, with \(ruleset.features.count) features, "
                    + "\(ruleset.patterns.count) patterns, \(ruleset.situations.count) situations, "
                    + "\(ruleset.deployments.count) deployments, \(ruleset.profiles.count) profiles"
                    + (ruleset.bots.isEmpty ? "" : ", \(ruleset.bots.count) bots"))
        }

        /// - Throws: an exit code, after saying what is wrong with the profile.
        private func report(on name: String, of ruleset: Ruleset) throws {
            let profile: Profile
            switch try Paths.profile(name, of: ruleset) {
            case .own(let own): profile = own
            case .file(let file):
                show(file.warnings, further: file.furtherWarnings)
                profile = file.profile
            }
            let cards = profile.features.count + profile.patterns.count + profile.situations.count
            print(
                "\(profile.identifier): good, a profile of \(ruleset.identifier) with other numbers for "
                    + "\(cards) card\(cards == 1 ? "" : "s") and "
                    + "\(profile.limits.count) limit\(profile.limits.count == 1 ? "" : "s")")
        }

        private func show(_ warnings: [Diagnostic], further: Int) {
            warnings.prefix(Self.shownWarnings).forEach { warn("\($0)") }
            let further = further + warnings.dropFirst(Self.shownWarnings).count
            if further > 0 { warn("and \(further) more warning\(further == 1 ? "" : "s")") }
        }

        /// More than anyone would read at once.
        private static let shownWarnings = 50
    }
}

extension Rulebook {
    /// A warning at each rule that decided no move in a trial.
    fileprivate func warnings(of trial: RuleTrial, bot index: Int) -> [Diagnostic] {
        let games = "\(trial.games) game\(trial.games == 1 ? "" : "s")"
        return warnings(
            atRules: trial.idleRules, ofBot: index,
            "bot “\(trial.persona.identifier)”: the rule did not fire in \(games)")
    }
}
