import Game
import Play
import Review
import Solver
import Text

/// What the review says of one act: the graph, the mark and why, and what else there was.
struct ReviewView {
    let shown: MatchAtStep
    let judgement: Judgement
    private var step: Int { shown.step }
    private var record: MatchRecord { shown.record }

    func draw(in grid: inout Grid) {
        header(&grid)
        var body = Area(row: 1, column: 0, columns: grid.size.columns, rows: grid.size.rows - 2)
        let graph = body.takeTop(max(6, body.rows / 4))
        grid.rule(graph.titleRow, title: "Price of safety", caption: graphCaption)
        PriceGraph(judgement: judgement, step: step).draw(in: graph.rowsUnderTitle, of: &grid)
        let lines = self.lines(width: body.columns - 2)
        let wanted = min(lines.count + 1, body.rows - min(6, body.rows / 2))
        let act = body.takeTop(max(wanted, min(6, body.rows / 2)))
        grid.rule(act.titleRow, title: title, caption: verdict)
        grid.lines(lines, in: act.content, marksCut: true)
        grid.cursor = (act.row, 0)
        alternatives(body, &grid)
    }

    private func header(_ grid: inout Grid) {
        let header = record.header
        let left = "\(header.ruleset) / \(header.profile ?? "house")  \(header.mode.rawValue.uppercased())"
        let right = shown.isLatest ? "end of \(shown.count)" : "\(step + 1) of \(shown.count)"
        let accuracy = Side.allCases.map { judgement.accuracy(of: $0)?.text ?? "-" }.joined(separator: " / ")
        let middle = judgement.isFinished ? "accuracy \(accuracy)" : "judging …"
        let room = grid.size.columns - left.columns - middle.columns - right.columns - 13
        let players = "\(shown.name(.divergence)) \(score) \(shown.name(.training))".clipped(max(8, room))
        grid.put("\(left)   \(players)   \(middle)", row: 0, column: 1, style: .strong)
        grid.putRight(right, row: 0, end: grid.size.columns - 1, style: .strong)
    }

    /// As in chess, Divergence first.
    private var score: String {
        guard let verdict = record.verdict else { return "-" }
        return verdict.winner.map { $0 == .divergence ? "1-0" : "0-1" } ?? "draw"
    }

    private var graphCaption: String {
        let limit = "limit \(shown.position.limit(of: .training))"
        return judgement.lostThroughout.map { "\(shown.name($0)) had lost from the first move, \(limit)" } ?? limit
    }

    private var act: JudgedAct? { shown.isLatest ? nil : judgement.acts[step] }

    private var title: String {
        switch shown.next {
        case .move(let said):
            let back = said.wentBack ? ", which went back" : ""
            return "\(step + 1) \(shown.name(said.side)): \(name(said.prospect))\(back)"
        case .ruling(let ruling), .coin(let ruling):
            return "\(step + 1) \(shown.name(ruling.side)): a number is settled"
        case nil: return record.verdict == nil ? "Unfinished" : "The end"
        }
    }

    private var verdict: String {
        guard act != nil else { return "" }
        guard judgement.values[step] != nil, judgement.values[step + 1] != nil else { return "being judged" }
        return judgement.verdict(at: step)
    }

    private func name(_ prospect: Prospect) -> String {
        let ruleset = record.match.ruleset
        return prospect.datum.map(ruleset.label) ?? prospect.divergence.map(ruleset.label) ?? "concedes"
    }

    /// Why first, then what was said, what was settled, and how long it took.
    private func lines(width: Int) -> [Line] {
        guard !shown.isLatest else { return end(width) }
        let why = judgement.sentence(at: step).map { Line.wrapping($0, width: width, style: .strong) } ?? []
        var told: [Line] = []
        switch shown.next {
        case .move(let said):
            told = shown.remarks(said).flatMap { Line.wrapping($0, width: width) }
            if said.words == nil {
                told = Line.wrapping(shown.account(said.prospect).joined(separator: " "), width: width) + told
            }
            told += (said.coined.map(shown.sentences) ?? []).flatMap { Line.wrapping($0, width: width) }
        case .ruling(let ruling), .coin(let ruling):
            told = shown.sentences(ruling).flatMap { Line.wrapping($0, width: width) }
        case nil: break
        }
        let facts = [comesTo, record.seconds(before: step).map { "took \(spent($0))" }].compactMap(\.self)
        return why + Line.wrapping(facts.joined(separator: "; ") + ".", width: width, style: .faint) + told
    }

    /// What the evaluation was before and after.
    private var comesTo: String {
        func text(_ value: PositionValue?) -> String {
            guard let value else { return "not known yet" }
            let price = value.isInfinite ? "beyond any price" : value.text
            return price + (value.winner.map { " (\($0.title) wins)" } ?? "")
        }
        let (before, after) = (text(judgement.values[step]), text(judgement.values[step + 1]))
        let hard = judgement.hardValues[step + 1].map { ", hard \($0.isInfinite ? "none" : $0.text)" } ?? ""
        return (before == after ? "The price stays \(after)" : "The price goes from \(before) to \(after)") + hard
    }

    private func end(_ width: Int) -> [Line] {
        let narration = Narration(record)
        let verdict = narration.verdict ?? "The match stops here; Continue on the title goes on with it."
        return Line.wrapping(verdict, width: width, style: .strong)
            + (judgement.summary + narration.strains + narration.grade).flatMap { Line.wrapping($0, width: width) }
    }

    /// What was played among the best that there was, with what each came to.
    private func alternatives(_ area: Area, _ grid: inout Grid) {
        guard let act, act.move != nil, area.rows > 1 else { return grid.rule(area.titleRow) }
        grid.rule(area.titleRow, title: "What there was", caption: act.ranking.isEmpty ? "being judged" : "evaluation")
        let content = area.rowsUnderTitle
        let best = act.alternatives(max(3, content.rows - 2)).map(\.move)
        let ranked = act.ranking.filter { best.contains($0.move) || $0.move == act.move }
        for (offset, one) in ranked.prefix(content.rows).enumerated() {
            let row = content.row + offset
            let prospect = shown.position.prospect(of: one.move)
            let isPlayed = one.move == act.move
            let outcome = judgement.outcome(one.value, for: act.side)
            let bits = one.move == .concede ? "" : "\(prospect.bits)"
            let right = (isPlayed ? "played  " : "") + bits.flushed(6) + "   " + outcome.padded(22)
            if isPlayed { grid.put(String(grid.look.marker), row: row, column: 1, style: .strong) }
            let style: Style = isPlayed ? .strong : .plain
            grid.put(
                named(one.move, prospect), row: row, column: 3, style: style,
                width: grid.size.columns - right.columns - 5)
            grid.putRight(right, row: row, end: grid.size.columns - 1, style: style)
        }
        drawLine(act, under: content, used: min(ranked.count, content.rows), &grid)
    }

    /// Best play from there, where there is room.
    private func drawLine(_ act: JudgedAct, under content: Area, used: Int, _ grid: inout Grid) {
        guard used < content.rows, !act.line.isEmpty else { return }
        let names = act.line.compactMap { move in
            record.match.ruleset.notation(of: move).split(separator: " ").dropFirst().joined(separator: " ")
        }
        grid.put(
            "Best play: " + names.joined(separator: ", "), row: content.row + used, column: 3, style: .faint,
            width: grid.size.columns - 5)
    }

    private func named(_ move: Move, _ prospect: Prospect) -> String {
        if move == .concede { return "Conceding" }
        let verb = [.counter, .sophisticate].contains(move.kind) ? "" : move.kind.rawValue + " "
        let kind = prospect.datum?.provenance == .deliberate ? ", deliberate" : ""
        return verb + name(prospect) + kind
    }
}
