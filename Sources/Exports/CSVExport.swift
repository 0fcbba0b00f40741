import Game
import Review
import Text

/// A table with a row for each step; bits are millibits.
extension Debate {
    var csv: String {
        Text.csv([Debate.columns] + turns.map(cells))
    }

    private static let columns = [
        "step", "ply", "time", "side", "player", "act", "title", "price", "credence", "provenance", "whacked", "words",
        "objection", "went_back", "divergence_strain", "training_strain", "divergence_limit", "training_limit",
        "horizon",
        "drive", "evaluation_lower", "evaluation_upper", "evaluation_infinite", "loss", "mark",
    ]

    private func cells(_ turn: Turn) -> [String] { told(turn) + stood(turn.position) + worth(turn) }

    private func told(_ turn: Turn) -> [String] {
        let ply = turn.ply.map(String.init) ?? "", price = turn.price.map { "\($0.millibits)" } ?? ""
        let credence = turn.price.map { Credence(nearest: $0).description } ?? ""
        return [
            "\(turn.step)", ply, turn.time, turn.side.rawValue, turn.name, turn.act, turn.title, price, credence,
            turn.provenance?.rawValue ?? "", turn.whacked ?? "", turn.words ?? "", turn.objection?.words ?? "",
            turn.wentBack ? "yes" : "no",
        ]
    }

    private func stood(_ position: Position) -> [String] {
        let strains = Side.allCases.map { position.strain(of: $0) } + Side.allCases.map { position.limit(of: $0) }
        let drive = decimal(Int((position.drive.share * 1000).rounded()), places: 3)
        return strains.map { "\($0.millibits)" } + [position.horizon.map(String.init) ?? "", drive]
    }

    private func worth(_ turn: Turn) -> [String] {
        guard let value = turn.value else { return ["", "", "", "", ""] }
        let loss =
            switch turn.loss {
            case .bits(let bits): "\(bits.millibits)"
            case .infinite: "infinite"
            case nil: ""
            }
        let upper = value.upper.map { "\($0.millibits)" } ?? ""
        return ["\(value.lower.millibits)", upper, value.isInfinite ? "yes" : "no", loss, turn.mark?.name ?? ""]
    }
}
