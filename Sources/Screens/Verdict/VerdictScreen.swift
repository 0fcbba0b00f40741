import Play
import Bots
import Game
import Text
import Review

/// How a match ended, told in full.
struct VerdictScreen: Screen {
    private var record: MatchRecord
    private let path: String?
    private var trouble: String?
    /// Whether it lies over the review of the match, and not at the end of playing it.
    private let isReviewed: Bool
    /// Whether the match has just been played, and more can be written to it.
    private let isOpen: Bool
    /// What the argument would have cost from the start; `nil` until that has been worked out.
    private var price: Evaluation.Price?
    /// The second leg, where that is saved.
    private var secondLeg: SavedMatch?
    /// Whether that has been looked for.
    private var hasLooked = false
    private var scroll = ScrollState()
    private var notice: String?
    private var cruxes: CruxSection

    init(_ record: MatchRecord, path: String?, trouble: String?, isReviewed: Bool = false, isOpen: Bool = false) {
        self.record = record
        self.path = path
        self.trouble = trouble
        self.isReviewed = isReviewed
        cruxes = CruxSection(record)
        self.isOpen = isOpen
    }

    var actions: [Offer] {
        [Offer(.left, "review")] + (mayPlaySecondLeg ? [Offer(.secondLeg, "second leg")] : [])
            + (mayBelieve ? [Offer(.believe, "your beliefs")] : []) + [
                Offer(.rematch, "rematch"), Offer(.copy, "copy as text"), Offer(.export, "export"),
                Offer(.back, isReviewed ? "review" : "title"), Offer(.quit, isReviewed ? "review" : "title"),
            ] + Offer.movement
    }

    var prompt: String? { notice }

    /// Whether what the argument would have cost is being worked out.
    private var awaitsPrice: Bool { record.header.bids != nil && price == nil }

    /// Whether a second leg is still to be played.
    private var mayPlaySecondLeg: Bool { hasLooked && secondLeg == nil && record.secondLeg != nil }

    /// Whether somebody at the keyboard is asked what it believes now.
    private var mayBelieve: Bool { isOpen && record.hasPerson }

    mutating func appear(_ size: Size) -> [Request] {
        let looking: [Request] = record.secondLeg == nil ? [] : [.run(.list)]
        return looking + (!awaitsPrice ? [] : [.run(.evaluate(record.unplayed))]) + cruxes.appear()
    }

    mutating func receive(_ answer: LateAnswer, _ size: Size) -> [Request] {
        if case .evaluated(let evaluation) = answer { price = evaluation.price }
        if case .listed(let found) = answer { look(in: found) }
        cruxes.receive(answer)
        return []
    }

    /// Looks for the second leg among the saved matches.
    private mutating func look(in found: SavedFiles) {
        secondLeg = found.files.lazy.compactMap(\.match).first { $0.header.leg?.first?.id == record.header.id }
        hasLooked = found.isWhole || secondLeg != nil
    }

    private mutating func believed(_ entries: [Entry], _ problem: String?) {
        trouble = problem
        do {
            for entry in entries { try record.apply(entry) }
            notice = "That is kept, and told below."
        } catch {
            notice = error.description.capitalizedFirst + "."
        }
    }

    mutating func receive(_ answer: Answer, _ size: Size) -> [Request] {
        switch answer {
        case .journalled(let entries, let problem): believed(entries, problem)
        case .copied(let path): notice = Notice.copied(path)
        case .failed(let reason): notice = reason
        case .rulesets, .discarded, .opened, .begun, .savedElsewhere, .tutored, .skippedRows, .drafts, .edited: break
        }
        return []
    }

    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request] {
        pointer.kind == .click ? [] : act(pointer.kind == .wheelUp ? .up : .down, size)
    }

    /// A match that follows this one.
    private func beginning(_ setup: Setup?) -> [Request] {
        setup.map { [.effect(.close), .push($0.opening)] } ?? []
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        notice = nil
        // Not Enter: the one that made the last move may come twice.
        switch action {
        case .back, .quit, .left: return leave(action)
        case .rematch: return beginning(record.rematch)
        case .secondLeg: return beginning(record.secondLeg)
        case .believe: return [.push(BeliefScreen(record))]
        case .copy: return record.copying(beside: path, price: price)
        case .export: return [.push(ExportScreen(record, path: path))]
        default:
            _ = scroll.act(action, count: lines(width: width(size)).count, rows: size.rows - 4)
            return []
        }
    }

    private func leave(_ action: Action) -> [Request] {
        if isReviewed { return [.cancel(.evaluate), .pop] }
        guard action != .left else { return [.push(ReplayScreen(atTheEndOf: record, path: path, trouble: trouble))] }
        return [.effect(.close), .enter(TitleScreen())]
    }

    private func width(_ size: Size) -> Int { min(size.columns - 4, 100) }

    private func lines(width: Int) -> [Line] {
        let narration = Narration(record, price: price)
        func section(_ title: String, _ texts: [String]) -> [Line] {
            guard !texts.isEmpty else { return [] }
            return [Line(""), Line(title, style: .faint)]
                + texts.flatMap { text in
                    Line.wrapping(text, width: width, indent: String(text.prefix { $0 == " " }))
                }
        }
        let verdict = Line.wrapping(narration.verdict ?? "", width: width, style: .strong)
        let saved = trouble.map { "Not saved: \($0)" } ?? "Saved in \(path ?? "memory only")"
        return verdict + (narration.strains + narration.grade).flatMap { Line.wrapping($0, width: width) }
            + Line.wrapping(saved, width: width, style: trouble == nil ? .faint : .alarm)
            + section("Forced towards", narration.horns)
            + section("Still standing", narration.standing)
            + section("Afterwards", narration.closings)
            + section("Two legs", narration.legs + legNote)
            + section("Bids", narration.bids + (awaitsPrice ? ["Working out the true price of the argument."] : []))
            + section("Predictions", narration.predictions)
            + section("The real thing", narration.beliefs) + narration.beliefPicture.map { Line($0) }
            + section("Cruxes", cruxes.lines)
            + section("The exchange", narration.story)
    }

    /// What there is of the second leg.
    private var legNote: [String] {
        guard record.secondLeg != nil, hasLooked else { return [] }
        guard let secondLeg else { return ["The second is still to be played, with the sides swapped."] }
        return ["The second is saved in \(fileName(secondLeg.path))."]
    }

    func draw(in grid: inout Grid) {
        let width = width(grid.size)
        grid.page(lines(width: width), title: "Verdict", width: width, scroll)
    }
}
