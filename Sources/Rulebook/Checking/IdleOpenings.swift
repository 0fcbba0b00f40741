import Game

/// Which openings of a bot cannot be played to their end, in either mode under any numbers.
struct IdleOpenings {
    private let variants: [Rules]
    /// How many moves may yet be tried; bounds the time that a file can take.
    private var effort = 1_000_000

    init(_ ruleset: Ruleset) {
        variants = ruleset.variants.flatMap { numbers in Mode.allCases.map { Rules(numbers, mode: $0) } }
    }

    /// Warns at the move that stops an opening where it goes furthest.
    mutating func warn(of bot: PlacedPersona, _ report: Report) {
        for opening in bot.openings {
            guard let (ply, error) = furthestStop(of: opening.map(\.value)) else { continue }
            report.warning(
                "this opening stops here: \(error.reasons.joined(separator: "; "))", at: opening[ply].place)
        }
    }

    /// The move at which an opening stops where it goes furthest, first the house's; `nil` where it goes through.
    private mutating func furthestStop(of opening: [Move]) -> (ply: Int, error: IllegalMove)? {
        var furthest: (ply: Int, error: IllegalMove)?
        for rules in variants {
            effort -= opening.count
            guard effort > 0, let stop = stop(of: opening, rules) else { return nil }
            if stop.ply > furthest?.ply ?? -1 { furthest = stop }
        }
        return furthest
    }

    private func stop(of opening: [Move], _ rules: Rules) -> (ply: Int, error: IllegalMove)? {
        var match = Match(rules)
        for (ply, move) in opening.enumerated() {
            do throws(IllegalMove) {
                try match.play(move)
            } catch {
                return (ply, error)
            }
        }
        return nil
    }
}
