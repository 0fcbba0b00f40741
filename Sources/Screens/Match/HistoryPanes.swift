import Play
import Game
import Text
import Review

/// What the panes that only look back show: the live divergence, the exchange, the corpus.
extension MatchAtStep {
    /// Whether the live divergence still stands.
    var liveCaption: String {
        guard let live = position.live else { return "" }
        if let datum = position.whacker(of: live) { return "whacked: \(ruleset.label(of: datum))" }
        switch position.corpus.count {
        case 0: return "no data asserted yet"
        case 1: return "evades the one datum"
        case let count: return "evades all \(count) data"
        }
    }

    /// The live divergence: its name and nature, all it needs, what it does, and with room for it what was learned.
    func liveLines(width: Int, rows: Int) -> [Line] {
        guard let live = position.live else {
            return Line.wrapping(
                "Nothing is proposed yet. The hope is that \(ruleset.intended.text.asClause).", width: width)
        }
        let pattern = ruleset[live.pattern]
        let nature = nature(of: pattern)
        let room = width - nature.columns - 2
        let names = [ruleset.title(of: live), ruleset.label(of: live)]
        let name = names.first { $0.columns <= room } ?? pattern.name.capitalizedFirst
        let title = Line(name, right: nature, style: .strong)
        let needs = Line.wrapping("Needs: \(needs(live)).", width: width)
        let account = ruleset.account(of: live).flatMap { Line.wrapping($0, width: width) }
        guard 1 + needs.count + account.count > rows else { return [title] + needs + account }
        return [title] + needs + Line.wrapping(pattern.act ?? pattern.text.asSentence, width: width)
    }

    /// What kind of thing was learned: how deep, where it leads, what hides it, whether it is part of what is useful.
    private func nature(of pattern: Pattern) -> String {
        let hidden = pattern.hidesFrom.members.map(\.rawValue).joined(separator: ", ")
        return [
            "depth \(pattern.depth)", pattern.family, pattern.misattributes ? "false reading" : nil,
            hidden.isEmpty ? nil : "hides from \(hidden)", pattern.cis ? "useful" : nil,
        ].compactMap(\.self).joined(separator: ", ")
    }

    /// The whole trigger of a divergence, in words.
    func needs(_ divergence: Divergence) -> String {
        divergence.trigger.map { ruleset[$0].name }.joined(separator: ", ")
    }

    func exchangeLines(width: Int) -> [Line] {
        exchange.flatMap { lines($0, width: width) }
    }

    /// How many lines at the end of the exchange are new: what happened last with what was said, and if they all fit in
    /// so many rows, the objection that came with it.
    func newLines(width: Int, rows: Int) -> Int {
        let last = exchange(last: 2)
        let said = last.suffix(1).flatMap { lines($0, width: width) }.count
        let objected = last.dropLast().flatMap { event -> [Line] in
            guard case .move(let said) = event, let objection = objection(to: said) else { return [] }
            return spokenLines(objection, by: said.side, width: width)
        }.count
        return objected + said <= rows ? objected + said : said
    }

    private func lines(_ event: Event, width: Int) -> [Line] {
        switch event {
        case .move(let said): (said.coined.map { lines($0, width: width) } ?? []) + lines(said, width: width)
        case .ruling(let ruling), .coin(let ruling): lines(ruling, width: width)
        }
    }

    /// What was settled, at the margin of who had it settled.
    private func lines(_ ruling: Event.Ruling, width: Int) -> [Line] {
        let indent = indent(ruling.side) + " * "
        let told = sentences(ruling).dropFirst().joined(separator: " ")
        return Line.wrapping(heading(ruling) + ".", width: width, indent: indent, style: ruling.side.style)
            + Line.wrapping(told, width: width, indent: inner(ruling.side), style: .faint)
    }

    /// A move with what was said; Training's stands further in.
    private func lines(_ said: Event.Said, width: Int) -> [Line] {
        let names = min(12, Side.allCases.map { speakerName($0).columns }.max() ?? 0)
        let price = said.wentBack ? "went back" : price(said.prospect)
        let speaker = speakerName(said.side).clipped(names).padded(names)
        let left =
            indent(said.side) + "\(said.ply)".flushed(2) + " \(speaker)  "
            + said.prospect.move.kind.rawValue.padded(12) + "  "
        let room = width - left.columns - price.columns - 1
        let style = said.wentBack ? .faint : said.side.style
        let scene = said.words == nil ? account(said.prospect) : []
        let heading: [Line] =
            if let name = titles(said.prospect).first(where: { $0.columns <= room }) {
                [Line(left + name, right: price, style: style)]
            } else {
                [Line(left, right: price, style: style)]
                    + Line.wrapping(title(said.prospect), width: width, indent: inner(said.side), style: style)
            }
        let told = scene.isEmpty ? [] : [scene.joined(separator: " ")]
        return heading + told.flatMap { Line.wrapping($0, width: width, indent: inner(said.side), style: .faint) }
            + remarks(said).flatMap { spokenLines($0, by: said.side, width: width) }
    }

    private func indent(_ side: Side) -> String { side == .divergence ? "" : "  " }

    private func inner(_ side: Side) -> String { indent(side) + "    " }

    /// What a move is called, the longest first; of a divergence made to wait, what is new.
    private func titles(_ prospect: Prospect) -> [String] {
        if case .sophisticate = prospect.move { return [card(prospect.move)] }
        let label = prospect.datum.map(ruleset.label) ?? prospect.divergence.map(ruleset.label)
        return [title(prospect), label].compactMap(\.self)
    }

    /// The player's name; only the side where both are called the same.
    private func speakerName(_ side: Side) -> String {
        let name = record.player(side).name
        return name == record.player(side.opponent).name ? side.title : name
    }

    private func spokenLines(_ remark: String, by side: Side, width: Int) -> [Line] {
        Line.wrapping(remark, width: width, indent: inner(side))
    }

    /// Bits and credence, in columns; before them, in easy mode, how a datum came to be.
    private func price(_ prospect: Prospect) -> String {
        guard prospect.move != .concede else { return "" }
        let bits = prospect.bits.description.flushed(6) + "  " + prospect.bits.credenceText.padded(9)
        guard record.header.mode == .easy, let datum = prospect.datum else { return bits }
        return datum.provenance.rawValue.prefix(3) + bits
    }

    func corpusLines(width: Int) -> [Line] {
        guard !position.corpus.isEmpty else { return [Line("Training has asserted nothing yet.", style: .faint)] }
        let head = Line("ply   bits  channel    datum; all it shows", style: .faint)
        return [head]
            + exchange.flatMap { event -> [Line] in
                guard case .move(let said) = event, !said.wentBack, let datum = said.prospect.datum else { return [] }
                let channel = ruleset[datum.situation].channel.rawValue
                let isDeliberate = datum.provenance == .deliberate
                let start =
                    "\(said.ply)".flushed(3) + cost(of: datum).description.flushed(7) + "  " + channel.padded(11)
                let name = ruleset[datum.situation].name.capitalizedFirst + (isDeliberate ? ", deliberate" : "")
                let features = datum.exhibits.map { ruleset[$0].name }.joined(separator: ", ")
                return [Line(start + name)]
                    + Line.wrapping(features, width: width, indent: "            ", style: .faint)
            }
    }

    /// By the numbers in force now.
    private func cost(of datum: Datum) -> Bits { position.rules.cost(of: datum) ?? .zero }

    var corpusCaption: String {
        "\(counted(position.corpus.count, "datum", "data")), \(position.corpusStrain) bits"
    }
}
