import Archive
import Game
import Review
import Text

/// All of a match for other programs, as `Saves/README.md` tells; what is not known is null.
extension Debate {
    var json: String {
        let steps = turns.map(json)
        let others: [JSON.Member] = [
            ("start", json(graph.points[0].value)), ("steps", .list(steps)), ("cruxes", cruxes?.document ?? .null),
        ]
        return MatchDocument(record, besides: others).text
    }

    private func json(_ turn: Turn) -> JSON {
        let position = turn.position
        func bySide(_ value: (Side) -> Bits) -> JSON {
            .object(Side.allCases.map { ($0.rawValue, .number(value($0).millibits)) })
        }
        let why: JSON = turn.mark?.why.map(JSON.text) ?? .null
        return .object([
            ("act", .text(turn.act)), ("side", .text(turn.side.rawValue)),
            ("ply", turn.ply.map { .number($0) } ?? .null), ("wentBack", .flag(turn.wentBack)),
            ("title", turn.title.isEmpty ? .null : .text(turn.title)),
            ("price", turn.price.map { .number($0.millibits) } ?? .null), ("strain", bySide(position.strain)),
            ("limit", bySide(position.limit)), ("horizon", position.horizon.map { .number($0) } ?? .null),
            ("evaluation", json(turn.value)), ("mark", turn.mark.map { .text($0.name) } ?? .null),
            ("loss", turn.loss.map(json) ?? .null), ("why", why),
        ])
    }

    private func json(_ loss: Loss) -> JSON {
        switch loss {
        case .bits(let bits): .number(bits.millibits)
        case .infinite: .text("infinite")
        }
    }

    private func json(_ value: Evaluation.Price?) -> JSON {
        guard let value else { return .null }
        return .object([
            ("lower", .number(value.lower.millibits)), ("upper", value.upper.map { .number($0.millibits) } ?? .null),
            ("infinite", .flag(value.isInfinite)),
        ])
    }
}
