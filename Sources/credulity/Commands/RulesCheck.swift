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
            }
            guard isGood else { throw ExitCode(65) }
        }

        private func report(on rulebook: Rulebook) {
            let trials = RuleTrial.all(in: rulebook.ruleset)
            let warnings = (rulebook.warnings + trials.enumerated().flatMap { rulebook.warnings(of: $1, bot: $0) })
                .sorted()
            warnings.prefix(Self.shownWarnings).forEach { warn("\($0)") }
            let further = rulebook.furtherWarnings + warnings.dropFirst(Self.shownWarnings).count
            if further > 0 { warn("and \(further) more warning\(further == 1 ? "" : "s")") }
            let ruleset = rulebook.ruleset
            print(
                "\(ruleset.identifier): good, with \(ruleset.features.count) features, "
                    + "\(ruleset.patterns.count) patterns, \(ruleset.situations.count) situations, "
                    + "\(ruleset.deployments.count) deployments, \(ruleset.profiles.count) profiles"
                    + (ruleset.bots.isEmpty ? "" : ", \(ruleset.bots.count) bots"))
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
