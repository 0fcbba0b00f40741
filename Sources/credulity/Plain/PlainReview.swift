import Exports
import Game
import Play
import Review
import Screens
import Solver
import Text

/// A match stepped through as numbered lines.
struct PlainReview {
    private let record: MatchRecord
    private let path: String?
    private let paper: Paper
    private let effects: EffectRunner
    /// Things that have happened at the position shown.
    private var step: Int
    /// Where it ends.
    private let last: Int
    private var listing = PlainListing()
    private let thresholds: Thresholds
    private let limits: SearchLimits
    /// What every act was worth, once that was asked for.
    private var judgement: Judgement?

    /// Begins at the end.
    init(
        _ record: MatchRecord, path: String?, _ paper: Paper, _ effects: EffectRunner,
        thresholds: Thresholds = Thresholds(), limits: SearchLimits = SearchLimits(seconds: 60)
    ) {
        self.thresholds = thresholds
        self.limits = limits
        self.record = record
        self.path = path
        self.paper = paper
        self.effects = effects
        last = MatchAtStep(record).count
        step = last
    }

    private var text: PlainText { PlainText(record, step: step, listing) }

    /// Obeys until the reader leaves.
    ///
    /// - Returns: false at the end of the input.
    func run() -> Bool {
        var review = self
        while let line = paper.read("step \(review.step) of \(last)> ") {
            guard review.obey(line) else { return true }
        }
        return false
    }

    /// - Returns: false when the reader leaves.
    private mutating func obey(_ line: String) -> Bool {
        let (verb, rest) = words(of: line)
        switch verb {
        case "quit", "q": return false
        case "", "next", "n": step(to: step + 1)
        case "back", "b": step(to: step - 1)
        case "start": step(to: 0)
        case "end": step(to: last)
        case "?", "help": PlainText.reviewHelp.forEach(paper.say)
        case "show": say(text.step)
        case "moves": say(text.choiceLines)
        case "filter", "sort":
            if listing.obey(verb, rest, MatchAtStep(record, step: step).position.sideToMove, paper) {
                say(text.choiceLines)
            }
        case "card": showCard(rest)
        case "why": say(text.barred)
        case "corpus": say(text.corpus)
        case "ensemble": say(text.ensemble)
        case "story": say(Narration(record).story)
        case "verdict": say(PlainText(record, price: paper.price(of: record)).ending + text.beliefs)
        case "judge": judge()
        case "cruxes": workOutCruxes()
        case "terms": say(text.terms(rest))
        case "copy": export(as: .text)
        case "export": export(rest)
        default:
            guard let number = Int(verb) else {
                paper.say("“\(verb)” means nothing here; ? shows what can be typed")
                break
            }
            step(to: number)
        }
        return true
    }

    private func say(_ lines: [String]) { lines.forEach(paper.say) }

    private mutating func step(to target: Int) {
        guard (0...last).contains(target) else {
            return paper.say(target < 0 ? "that is the start" : "that is the end, after \(counted(last, "step"))")
        }
        step = target
        listing.filter = ""
        say(text.step)
    }

    private func showCard(_ rest: String) {
        let listed = text.moves
        if let move = listed.numbered(rest) { return say(text.card(move)) }
        guard rest.isEmpty, let made = text.made else { return paper.say("card N, with N from 1 to \(listed.count)") }
        say(text.card(made))
    }

    /// The whole at the end, else what happened next.
    private mutating func judge() {
        let found = judgement ?? Judge(record, thresholds: thresholds, limits: limits).judgement()
        judgement = found
        guard step < last else {
            let marks = found.marked.map { "\($0 + 1) \(found.acts[$0].mark?.symbol ?? "")" }
            return say(found.summary + (marks.isEmpty ? [] : ["Marked: \(marks.joined(separator: ", "))."]))
        }
        say(found.lines(at: step))
    }

    private func workOutCruxes() {
        let cruxes = Cruxes(of: record)
        say(CruxText(cruxes, cruxes.hasNumbers ? CruxSearch(cruxes).findings() : nil).lines)
    }

    private func export(_ rest: String) {
        guard let format = ExportFormat(rawValue: rest) else {
            return paper.say("export FORM, with \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        export(as: format)
    }

    private func export(as format: ExportFormat) {
        let debate = Debate(record, for: format, withCruxes: format != .text, limits: SearchLimits(seconds: 10))
        switch effects.perform(.write(debate.exported(as: format), beside: path, as: format)) {
        case .copied(let path?): paper.say("Written to \(path).")
        case .copied(nil): paper.say("The match has no file to write it beside.")
        case .failed(let reason): paper.say(reason)
        default: break
        }
    }
}
