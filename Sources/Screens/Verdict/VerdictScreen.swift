import Play
import Bots
import Game
import Text
import Review

/// How a match ended, told in full.
struct VerdictScreen: Screen {
    private let record: MatchRecord
    private let path: String?
    private let trouble: String?
    /// Whether it lies over the review of the match, and not at the end of playing it.
    private let isReviewed: Bool
    private var scroll = ScrollState()
    private var notice: String?
    private var cruxes: CruxSection

    init(_ record: MatchRecord, path: String?, trouble: String?, isReviewed: Bool = false) {
        self.record = record
        self.path = path
        self.trouble = trouble
        self.isReviewed = isReviewed
        cruxes = CruxSection(record)
    }

    mutating func appear(_ size: Size) -> [Request] { cruxes.appear() }

    var actions: [Offer] {
        [
            Offer(.left, "review"), Offer(.rematch, "rematch"), Offer(.copy, "copy as text"),
            Offer(.back, isReviewed ? "review" : "title"), Offer(.quit, isReviewed ? "review" : "title"),
        ] + Offer.movement
    }

    var prompt: String? { notice }

    mutating func receive(_ answer: Answer, _ size: Size) -> [Request] {
        switch answer {
        case .copied(let path): notice = Notice.copied(path)
        case .failed(let reason): notice = reason
        case .rulesets, .matches, .discarded, .opened, .begun, .journalled, .savedElsewhere, .tutored, .drafts, .edited:
            break
        }
        return []
    }

    mutating func receive(_ answer: LateAnswer, _ size: Size) -> [Request] {
        cruxes.receive(answer)
        return []
    }

    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request] {
        pointer.kind == .click ? [] : act(pointer.kind == .wheelUp ? .up : .down, size)
    }

    /// The same set-up with the sides swapped, where whoever plays knows the other side too.
    private var rematch: [Request] {
        let header = record.header
        let isSwapped = Side.allCases.allSatisfy { side in
            let player = header.players[side].bot.flatMap { bot(named: $0, for: record.ruleset) }
            return player?.sides.contains(side.opponent) ?? true
        }
        let swapped = Players(
            divergence: header.players.training, training: header.players.divergence)
        let setup = Setup(
            ruleset: record.ruleset, profile: header.profile, mode: header.mode,
            players: isSwapped ? swapped : header.players)
        return [.effect(.close), .push(setup.opening)]
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        notice = nil
        // Not Enter: the one that made the last move may come twice.
        switch action {
        case .back, .quit, .left: return leave(action)
        case .rematch: return rematch
        case .copy: return record.copying(beside: path)
        default:
            _ = scroll.act(action, count: lines(width: width(size)).count, rows: size.rows - 4)
            return []
        }
    }

    private func leave(_ action: Action) -> [Request] {
        if isReviewed { return [.pop] }
        guard action != .left else { return [.push(ReplayScreen(atTheEndOf: record, path: path, trouble: trouble))] }
        return [.effect(.close), .enter(TitleScreen())]
    }

    private func width(_ size: Size) -> Int { min(size.columns - 4, 100) }

    private func lines(width: Int) -> [Line] {
        let narration = Narration(record)
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
            + section("Predictions", narration.predictions)
            + section("Cruxes", cruxes.lines)
            + section("The exchange", narration.story)
    }

    func draw(in grid: inout Grid) {
        let width = width(grid.size)
        grid.page(lines(width: width), title: "Verdict", width: width, scroll)
    }
}
