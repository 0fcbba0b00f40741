import Game
import Review

/// The evaluation along a match: what Training has paid, what it ends with under best play, and its limit. All in bits.
struct Graph: Sendable {
    /// Where the match stood after so many steps, the start first; never empty.
    let points: [Point]

    struct Point: Sendable {
        /// What Training had paid.
        let paid: Bits
        /// What Training may pay.
        let limit: Bits
        /// Paid and still to pay; `nil` where it is not known.
        let value: Evaluation.Price?
        /// What is held against the act that led there.
        let mark: Judged.Mark?

        /// What it shows, in words.
        func text(_ step: Int) -> String {
            let place = step == 0 ? "At the start" : "After step \(step)"
            let worth = value.map { ", evaluation \($0.brief)" } ?? ""
            return "\(place): paid \(paid)\(worth) of \(limit) bits\(mark.map { ", \($0.name)" } ?? "")"
        }
    }

    init(_ positions: [Position], _ judged: Judged) {
        points = positions.indices.map { step in
            Point(
                paid: positions[step].strain(of: .training), limit: positions[step].limit(of: .training),
                value: judged.value(step), mark: step == 0 ? nil : judged.mark(step - 1))
        }
    }

    /// Whether anything is known of what best play comes to.
    var hasValues: Bool { points.contains { $0.value != nil } }

    /// All of it in one sentence, for who cannot see it.
    var summary: String {
        guard let first = points.first, let last = points.last else { return "" }
        let worth = first.value.map { start in
            " The evaluation begins at \(start.brief) and ends at \(last.value?.brief ?? "what is not known")."
        }
        return "What Training has paid after each of \(points.count - 1) steps, up to \(last.paid) of the "
            + "\(last.limit) bits that it may strain.\(worth ?? "")"
    }
}
