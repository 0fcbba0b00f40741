import Archive
import ArgumentParser
import Game
import Play
import Review
import Rulebook
import Solver
import Text

/// Tells what all saved matches say of the rows of a ruleset's table.
struct TableCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "table",
        abstract: "Tell what all saved matches say of the rows of a ruleset's table.",
        discussion: """
            For each row: how the claims fared that rest on it, under whose numbers and made by whom, and how likely \
            the players held it before and after. A claim stood if nothing answered it until the match was over; \
            matches are won and lost for whoever made the claims. A match that lies in several files counts once. In \
            JSON “rows” has “row”, “text”, “matches” in which something leaned on it, “beliefs” with “profile”, \
            “player”, “seat”, “side”, “match”, “before” and “after” (null: nothing said), and “claims” by “profile”, \
            “player” and “seat”: “claims”, “whacked”, “stood”, “open”, and matches “won”, “lost”, “drawn”, \
            “unfinished”. In CSV “about” tells claims from beliefs. Files that cannot be read are named and left out.
            """)

    @Argument(help: "A path, or the identifier of a shipped ruleset.", completion: Candidates.ruleset)
    var ruleset: String

    @OptionGroup var options: SurveyOptions

    func run() throws {
        let ruleset = try Paths.ruleset(ruleset)
        var survey = Survey()
        survey.include(ruleset)
        try options.read(&survey, of: ruleset.identifier)
        guard let table = survey.table(of: ruleset.identifier) else { return }
        options.write(table)
    }
}

/// Tells how well predictions came true.
struct CalibrationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibration",
        abstract: "Tell how well the predictions in all saved matches came true.",
        discussion: """
            A prediction is the last credence before the first move that Training wins; draws, and matches that \
            aren't over, score nothing. The curve has the share that came true in each tenth, with Wilson's 95% \
            interval. The Brier score is the mean square of what was missed, the log score the mean of the bits of \
            surprise; their 95% intervals are those of 2000 draws of matches with replacement, the same every time, \
            from five matches on. What is believed of rows, numbers and the real thing is settled by no match, so it \
            isn't scored. In JSON “score” has “predictions”, “matches”, “brier” and “bits”, each with “mean”, \
            “lower” and “upper”; “bins” have “from” and “to” in percent, “predictions”, their “mean”, “cameTrue”, \
            “share”, “lower” and “upper”; “players” has everybody's “score”. In CSV each prediction stands by itself.
            """)

    @Option(help: "Only the predictions of who is called so.")
    var player: String?

    @OptionGroup var options: SurveyOptions

    func run() throws {
        var survey = Survey()
        try options.read(&survey)
        if let player, !survey.calibration.players.contains(player) {
            let close = nearest(to: player, among: survey.calibration.players)
            throw failure("no prediction of “\(player)”" + (close.map { "; did you mean “\($0)”?" } ?? ""), code: 66)
        }
        let text = CalibrationText(survey.calibration, player: player)
        options.write(text)
    }
}

/// Tells what was played from a position.
struct ExploreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explore",
        abstract: "Tell what was played from a position in all saved matches, and how it ended.",
        discussion: """
            Positions count together to which different ways lead: the same side to move, live divergence and step, \
            the same data in whatever order, as many proposals left, the same cards, numbers, limits and mode. The \
            evaluation is what Training ends with under best play, as far as --seconds allow. In JSON bits are \
            millibits; “endings” has “matches”, and those that “training” and “divergence” won, “drawn” and \
            “unfinished”; “continuations” have “act”, “endings”, “priceLower”, “priceUpper” and “infinite”, null \
            where it isn't known.
            """)

    @OptionGroup var rules: RulesOptions

    @OptionGroup var options: SurveyOptions

    @Option(help: "Seconds to take for the evaluations, at most; 0 leaves them out.")
    var seconds = 5.0

    @Argument(help: "Acts in notation, each one argument, such as “propose big-picture-goal”.")
    var acts: [String] = []

    func validate() throws {
        guard seconds >= 0 else { throw ValidationError("--seconds is 0 or more, not \(seconds).") }
    }

    func run() throws {
        let position = try replay(acts, by: try rules.rules()).position
        var survey = Survey()
        try options.read(&survey, of: position.ruleset.identifier)
        let text = ExplorerText(survey.explorer, at: position, evaluations(of: position, survey.explorer))
        options.write(text)
    }

    private func evaluations(of position: Position, _ explorer: Explorer) -> [MoveEvaluation]? {
        guard seconds > 0, !explorer.continuations(of: position).isEmpty else { return nil }
        let interrupt = Interrupt()
        let limits = SearchLimits(seconds: seconds)
        return Analysis(of: position, limits: limits, cancellation: interrupt.cancellation).evaluations()
    }
}

/// Which matches are looked at, and how what they come to is written.
struct SurveyOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json, csv, markdown
    }

    @Option(help: "The folder of saved matches; without it, $CREDULITY_SAVES or the usual one.", completion: .directory)
    var saves: String?

    @Option(help: "table, json, csv or markdown.")
    var format = Format.table

    /// Writes what they come to in the format that was asked for.
    func write(_ text: some SurveyText) {
        switch format {
        case .table: print(text.lines.joined(separator: "\n"))
        case .markdown: print(text.markdown, terminator: "")
        case .csv: print(text.csv, terminator: "")
        case .json: print(text.json.line)
        }
    }

    /// Takes in every match of the folder, and says what could not be read.
    ///
    /// - Parameter ruleset: only matches of that one; `nil`: all.
    func read(_ survey: inout Survey, of ruleset: String? = nil) throws {
        let interrupt = Interrupt()
        let status = StatusLine()
        survey.take(from: saves ?? Paths.saves, of: ruleset, cancellation: interrupt.cancellation) { done, all in
            status.show("\(done) of \(all) matches")
        }
        status.clear()
        if survey.isPartial { warn("stopped after \(counted(survey.matches, "match", "matches"))") }
        guard !survey.problems.isEmpty else { return }
        warn("left out, as not readable: \(counted(survey.problems.count, "file"))")
        survey.problems.forEach { warn("  " + $0) }
    }
}

extension Survey {
    /// Takes in every match of a folder.
    ///
    /// - Parameters:
    ///   - ruleset: only matches of that one; `nil`: all.
    ///   - progress: told now and then of how many matches it has taken in how many.
    mutating func take(
        from folder: String, of ruleset: String? = nil, cancellation: Cancellation,
        progress: (_ done: Int, _ all: Int) -> Void
    ) {
        var reader = LibraryReader(folder: folder, ruleset: ruleset)
        var told = ContinuousClock.now
        var isStopped = false
        let problems = reader.forEach { done, all in
            if ContinuousClock.now - told > .milliseconds(100) {
                told = .now
                progress(done, all)
            }
            isStopped = cancellation.isCancelled
            return !isStopped
        } _: {
            add($0)
        }
        self.problems += problems.map(\.description)
        isPartial = isStopped
    }
}
