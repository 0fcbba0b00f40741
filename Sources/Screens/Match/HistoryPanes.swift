import Play
import Game
import Text
import Review

/// What the panes that only look back show: the live divergence, the exchange, the corpus.
extension MatchAtPly {
    /// Whether the live divergence still stands.
    var liveCaption: String {
        guard let live = position.live else { return "" }
        if let datum = position.whacker(of: live) { return "whacked: \(ruleset.title(of: datum))" }
        switch position.corpus.count {
        case 0: return "no data asserted yet"
        case 1: return "evades the one datum"
        case let count: return "evades all \(count) data"
        }
    }

    /// The live divergence: its name, all it needs, what it does, and with room for it what was learned.
    func liveLines(width: Int, rows: Int) -> [Line] {
        guard let live = position.live else {
            return Line.wrapping("Nothing is proposed yet. The hope is that \(ruleset.intended.text).", width: width)
        }
        let pattern = ruleset[live.pattern]
        let name = ruleset.title(of: live)
        let title = Line(name.columns <= width ? name : ruleset.label(of: live), style: .strong)
        let needs = Line.wrapping("Needs: \(needs(live)).", width: width)
        let act = Line.wrapping(pattern.act ?? pattern.text, width: width)
        let learned = pattern.act == nil ? [] : Line.wrapping(pattern.text.asSentence, width: width)
        let hasRoom = 1 + needs.count + act.count + learned.count <= rows
        return [title] + needs + (hasRoom ? learned : []) + act
    }

    /// The whole trigger of a divergence, in words.
    func needs(_ divergence: Divergence) -> String {
        divergence.trigger.map { ruleset[$0].name }.joined(separator: ", ")
    }

    func exchangeLines(width: Int) -> [Line] {
        exchange.flatMap { lines($0, width: width) }
    }

    /// How many lines at the end of the exchange are new: the last move with what was said, and if they all fit in
    /// so many rows, the objection that came with it.
    func newLines(width: Int, rows: Int) -> Int {
        let last = exchange(last: 2)
        let said = last.suffix(1).flatMap { lines($0, width: width) }.count
        let objection = last.dropLast().compactMap(objection).flatMap { spokenLines($0, width: width) }.count
        return objection + said <= rows ? objection + said : said
    }

    private func lines(_ said: Said, width: Int) -> [Line] {
        let names = min(12, Side.allCases.map { speakerName($0).columns }.max() ?? 0)
        let right = price(said.prospect)
        let speaker = speakerName(said.side).clipped(names).padded(names)
        let left = "\(said.ply)".flushed(2) + " \(speaker)  \(said.prospect.move.kind.rawValue.padded(12))  "
        let room = max(1, width - left.columns - right.columns - 1)
        let scene = said.words == nil ? account(said.prospect).joined(separator: " ") : ""
        return [Line(left + name(said.prospect, width: room), right: right)]
            + Line.wrapping(scene, width: width, indent: "    ", style: .faint)
            + remarks(said).flatMap { spokenLines($0, width: width) }
    }

    /// What a move is called in so many columns; of a divergence made to wait, what is new.
    private func name(_ prospect: Prospect, width: Int) -> String {
        if case .sophisticate = prospect.move { return card(prospect.move).clipped(width) }
        let title = title(prospect)
        guard title.columns > width else { return title }
        let label = prospect.datum.map(ruleset.label) ?? prospect.divergence.map(ruleset.label) ?? title
        return label.clipped(width)
    }

    /// The player's name; only the side where both are called the same.
    private func speakerName(_ side: Side) -> String {
        let name = record.player(side).name
        return name == record.player(side.opponent).name ? side.title : name
    }

    private func spokenLines(_ remark: String, width: Int) -> [Line] {
        Line.wrapping(remark, width: width, indent: "    ")
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
        let head = Line("ply   bits  channel    datum; it whacks whatever needs no more than", style: .faint)
        return [head]
            + exchange.flatMap { said -> [Line] in
                guard let datum = said.prospect.datum else { return [] }
                let channel = ruleset[datum.situation].channel.rawValue
                let isDeliberate = datum.provenance == .deliberate
                let start =
                    "\(said.ply)".flushed(3) + said.prospect.bits.description.flushed(7) + "  " + channel.padded(11)
                let name = ruleset[datum.situation].name.capitalizedFirst + (isDeliberate ? ", deliberate" : "")
                let features = datum.exhibits.map { ruleset[$0].name }.joined(separator: ", ")
                return [Line(start + name)]
                    + Line.wrapping(features, width: width, indent: "            ", style: .faint)
            }
    }

    var corpusCaption: String {
        "\(counted(position.corpus.count, "datum", "data")), \(position.corpusStrain) bits"
    }
}
