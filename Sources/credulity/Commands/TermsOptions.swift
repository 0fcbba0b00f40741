import ArgumentParser
import Game
import Play
import Review
import Text

/// What a match is played for: its limit, a judge, one leg or two.
struct TermsOptions: ParsableArguments {
    @Flag(help: "Let sealed bids settle the bits that Training may strain, and who plays Training.")
    var bids = false

    @Option(
        help: ArgumentHelp("The bits that Training may strain. (default: as the ruleset says)", valueName: "bits"))
    var plausibility: String?

    @Option(
        help: ArgumentHelp("A third person at this keyboard, who judges numbers that are settled.", valueName: "name"))
    var judge: String?

    @Option(help: ArgumentHelp("1, or 2: the same match again with the sides swapped, for one result.", valueName: "n"))
    var legs = 1

    /// Whether anything was chosen.
    var areGiven: Bool { bids || plausibility != nil || judge != nil || legs != 1 }

    func validate() throws {
        guard (1...2).contains(legs) else { throw ValidationError("--legs is 1 or 2, not \(legs).") }
        guard !bids || plausibility == nil else {
            throw ValidationError("--bids settle the limit, so --plausibility cannot.")
        }
        if let judge, judge.trimmed.isEmpty || !judge.isPlainText || judge.contains("\n") {
            throw ValidationError("--judge is a name, of at least one letter and without control characters.")
        }
        _ = try limit()
    }

    private func limit() throws -> DataLimit {
        if bids { return .toBeBid }
        guard let plausibility else { return .ruleset }
        do throws(TypedBitsError) {
            return .bits(try TypedBits(plausibility, in: DataLimit.range).bits)
        } catch {
            throw ValidationError("--plausibility \(plausibility.madePlain.clipped(20)): \(error).")
        }
    }

    /// The set-up with these terms.
    ///
    /// - Throws: an exit code, after saying why they are not to be had.
    func applied(to setup: Setup) throws -> Setup {
        var setup = setup
        setup.limit = try limit()
        if let judge {
            guard !setup.players.people.isEmpty else { throw failure("--judge sits where a person plays", code: 64) }
            setup.judge = judge.trimmed
        }
        guard legs == 2 else { return setup }
        guard setup.maySwap else {
            let names = setup.seated.map { "\(setup.players[$0].name) plays only \($0.title)" }
            throw failure("--legs 2 needs players who play both sides: \(names.joined(separator: ", "))", code: 64)
        }
        setup.leg = .first
        return setup
    }
}
