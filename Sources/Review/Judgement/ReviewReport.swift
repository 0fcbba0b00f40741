import Game
import Play
import Solver
public import Text

/// The review of a match to be passed on: every act with what it was worth.
public struct ReviewReport {
    private let judgement: Judgement
    private let shown: MatchAtStep

    public init(_ judgement: Judgement) {
        self.judgement = judgement
        shown = MatchAtStep(judgement.record)
    }

    /// As lines of at most 80 columns.
    public var text: String {
        let header = judgement.record.header
        let title =
            "\(shown.ruleset.title) (\(header.ruleset), \(header.profile ?? "house"), \(header.mode.rawValue) mode), "
            + "\(header.date.prefix(10)): \(shown.name(.divergence)) for Divergence, \(shown.name(.training)) for "
            + "Training."
        let verdict = Narration(judgement.record).verdict ?? "Unfinished."
        let head = ([title, verdict] + judgement.summary).flatMap { wrapped($0, width: 80) }
        let acts = judgement.acts.indices.map { step in
            ([heading(step)] + judgement.lines(at: step)).flatMap { line in
                wrapped(line, width: 76).enumerated().map { ($0 == 0 && line == heading(step) ? "" : "    ") + $1 }
            }
        }
        return ([head] + acts).map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// What happened: its number, its mark, who, and what.
    private func heading(_ step: Int) -> String {
        let act = judgement.acts[step]
        let mark = act.mark.map { " \($0.symbol)" } ?? ""
        let said: String
        switch shown.exchange[step] {
        case .move(let move): said = judgement.title(of: move.prospect)
        case .ruling(let ruling), .coin(let ruling): said = shown.heading(ruling)
        }
        return "\(step + 1)\(mark) \(shown.name(act.side)): \(said)"
    }

    /// One object on one line; bits are millibits.
    public var json: JSON {
        let sides = Side.allCases.map { side in
            let accuracy = judgement.accuracy(of: side)
            return (
                key: side.rawValue,
                value: JSON.object([
                    ("accuracy", accuracy.map { .number(($0.share * 1000).rounded() / 10) } ?? .null),
                    ("moves", accuracy.map { .number($0.moves) } ?? .number(0)),
                ])
            )
        }
        return .object([
            ("id", .text(judgement.record.header.id)), ("ruleset", .text(judgement.record.header.ruleset)),
            ("start", judgement.values.first.flatMap { $0 }.map(json) ?? .null),
            ("lostFromTheFirstMove", judgement.lostThroughout.map { .text($0.rawValue) } ?? .null),
            ("sides", .object(sides)), ("acts", .list(judgement.acts.indices.map(json))),
        ])
    }

    private func json(_ step: Int) -> JSON {
        let act = judgement.acts[step]
        let ruleset = judgement.record.match.ruleset
        let ranking = act.ranking.map { one in
            JSON.object([("move", .text(ruleset.notation(of: one.move))), ("value", json(one.value))])
        }
        return .object([
            ("side", .text(act.side.rawValue)), ("act", .text(judgement.notation(of: step))),
            ("after", judgement.values[step + 1].map(json) ?? .null), ("loss", json(act.loss)),
            ("avoidable", json(act.avoidable)), ("mark", act.mark.map { .text($0.rawValue) } ?? .null),
            ("why", judgement.sentence(at: step).map(JSON.text) ?? .null), ("moves", .list(ranking)),
            ("best", .list(act.line.map(ruleset.notation))),
        ])
    }

    /// `null`: not proven; `infinite` for an infinite one.
    private func json(_ loss: Loss?) -> JSON {
        switch loss {
        case .bits(let bits)?: .number(bits.millibits)
        case .infinite?: .text("infinite")
        case nil: .null
        }
    }

    private func json(_ value: PositionValue) -> JSON {
        .object([
            ("lower", .number(value.lower.millibits)), ("upper", value.upper.map { .number($0.millibits) } ?? .null),
            ("infinite", .flag(value.isInfinite)), ("winner", value.winner.map { .text($0.rawValue) } ?? .null),
        ])
    }
}
