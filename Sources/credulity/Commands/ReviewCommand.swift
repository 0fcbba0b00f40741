import ArgumentParser
import Curses
import Foundation
import Game
import Play
import Review
import Screens
import Solver
import Text

/// Tells where a match was lost, and why.
struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Tell what every move of a saved match was worth, where it was lost, and why.",
        discussion: """
            A move that turns a proven win into a proven loss is a blunder; others are marked by the bits that they \
            lose. Without --report the review opens, in a pipe as numbered lines where “judge” says what a move was \
            worth. With it the review is printed. Where the time or Ctrl-C ends the search, what is not proven is \
            shown as bounds, and not marked. In JSON bits are millibits: “start” is the price from the start; \
            “lostFromTheFirstMove” a side; “sides” has by side “accuracy” in percent and the “moves” that it is of; \
            “acts” have “side”, “act” in notation, “after”, “loss”, the “avoidable” part of it, “mark”, “why”, \
            “moves”, what could be played with its value, the best first, and “best”, the best line. A value has \
            “lower”, “upper”, “infinite” and “winner”. What is not known is null.
            """)

    /// How the report is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "The path of a match.", completion: Candidates.match)
    var match: String

    @Flag(help: "Print the review.")
    var report = false

    @Option(help: "With --report: text or json.")
    var format = Format.text

    @Option(help: "Seconds to take, at most.")
    var seconds = 60.0

    @Option(help: ArgumentHelp("The bits from which a loss is a mistake.", valueName: "bits"))
    var mistake = "1.5"

    @Option(help: ArgumentHelp("The bits from which a loss is an inaccuracy.", valueName: "bits"))
    var inaccuracy = "0.5"

    @OptionGroup var table: TableOptions

    func validate() throws {
        guard seconds > 0 else { throw ValidationError("--seconds is more than 0, not \(seconds).") }
        guard report || format == .text else { throw ValidationError("--format is for --report.") }
        _ = try thresholds()
    }

    private func thresholds() throws -> Thresholds {
        let mistake = try bits(mistake, "--mistake"), inaccuracy = try bits(inaccuracy, "--inaccuracy")
        guard inaccuracy <= mistake else { throw ValidationError("--inaccuracy is at most --mistake.") }
        return Thresholds(mistake: mistake, inaccuracy: inaccuracy)
    }

    private func bits(_ text: String, _ option: String) throws -> Bits {
        do throws(TypedBitsError) {
            return try TypedBits(text, in: DataLimit.range).bits
        } catch {
            throw ValidationError("\(option) is bits above 0, with at most three decimals, such as 1.5, not “\(text)”.")
        }
    }

    func run() throws {
        let record = try readMatch(match)
        guard report else { return try show(record) }
        let interrupt = Interrupt()
        let status = StatusLine()
        let count = record.match.plies.count
        let judge = Judge(
            record, thresholds: try thresholds(), limits: SearchLimits(seconds: seconds),
            cancellation: interrupt.cancellation,
            progress: status.isShown
                ? { found in status.show("judged \(found.acts.filter { !$0.ranking.isEmpty }.count) of \(count) moves")
                }
                : nil)
        let review = ReviewReport(judge.judgement())
        if status.isShown { status.clear() }
        switch format {
        case .text: print(review.text, terminator: "")
        case .json: print(review.json.line)
        }
    }

    private func show(_ record: MatchRecord) throws {
        let effects = try table.effects([:])
        defer { effects.engines.end() }
        let keymap = try Paths.keymap()
        guard !table.plain, let console = Console() else {
            let paper = Paper()
            let limits = SearchLimits(seconds: seconds)
            let review = PlainReview(record, path: match, paper, effects, thresholds: try thresholds(), limits: limits)
            if !review.run() { paper.say("") }
            return
        }
        let app = App(
            size: console.size, look: console.look, keymap: keymap, reviewing: record, path: match,
            thresholds: try thresholds())
        try effects.show(app, on: console)
    }
}
