import Engine

/// What the panes that only look back show: the live divergence, the exchange, the corpus.
extension Stage {
    /// Whether the live divergence still stands.
    var liveCaption: String {
        guard let live = position.live else { return "" }
        if let datum = position.whacker(of: live) { return "whacked: \(title(datum))" }
        let count = position.corpus.count
        return count == 0 ? "nothing in the corpus yet" : "evades all \(counted(count, "datum", "data"))"
    }

    func liveLines(width: Int) -> [Line] {
        guard let live = position.live else {
            return Line.wrapping("Nothing is proposed yet. Training aims at: \(ruleset.intended.text)", width: width)
        }
        let pattern = ruleset[live.pattern]
        let title = Line(title(live), style: .strong)
        return [title] + Line.wrapping(pattern.act ?? pattern.text, width: width)
    }

    func exchangeLines(width: Int) -> [Line] {
        exchange.flatMap { said in
            let speaker = name(said.side).clipped(9)
            let isCounter = said.side == .training
            let provenance = said.prospect.datum?.provenance.rawValue ?? ""
            let bits = said.prospect.move == .concede ? "" : said.prospect.bits.description.flushed(6)
            let odds = said.prospect.move == .concede ? "" : said.prospect.bits.credenceText
            let right = provenance.padded(isCounter ? 11 : 0) + bits + "  " + odds.padded(10)
            let left =
                "\(said.ply)".flushed(2) + " " + speaker.padded(9) + " " + said.prospect.move.kind.rawValue.padded(13)
            let room = width - left.columns - right.columns - 2
            let line = Line(left + " " + card(said.prospect.move).clipped(max(1, room)), right: right, style: .plain)
            let words = said.words.map { Line.wrapping("“\($0)”", width: width, indent: "        ") } ?? []
            return [line] + words
        }
    }

    func corpusLines(width: Int) -> [Line] {
        guard !position.corpus.isEmpty else { return [Line("Training has asserted nothing yet.", style: .faint)] }
        let head = Line("ply   bits  channel    how         what it holds", style: .faint)
        var lines = [head]
        let counters = exchange.filter { $0.prospect.datum != nil }
        for said in counters {
            guard let datum = said.prospect.datum else { continue }
            let channel = ruleset[datum.situation].channel.rawValue
            let features = datum.exhibits.map { ruleset[$0].name }.joined(separator: ", ")
            let start =
                "\(said.ply)".flushed(3) + said.prospect.bits.description.flushed(7) + "  "
                + channel.padded(11) + datum.provenance.rawValue.padded(12)
            lines.append(Line(start + ruleset[datum.situation].name.capitalizedFirst))
            lines += Line.wrapping(
                "whacks what needs no more than: \(features)", width: width, indent: "            ", style: .faint)
        }
        return lines
    }

    var corpusCaption: String {
        "\(counted(position.corpus.count, "datum", "data")), \(position.corpusStrain) bits"
    }
}
