import Game
public import Play
public import Review
public import Solver

extension Debate {
    /// A match with all that a format shows of it, worked out as far as the limits allow.
    ///
    /// - Parameters:
    ///   - withCruxes: whether what the players differ on is told, where the format has a place for it.
    ///   - limits: hold for all that is worked out together; with no seconds nothing is.
    public init(
        _ record: MatchRecord, for format: ExportFormat, withCruxes: Bool, limits: SearchLimits,
        cancellation: Cancellation = Cancellation()
    ) {
        let isWorked = limits.seconds ?? 1 > 0
        var share = limits
        let asks = withCruxes && format.showsCruxes
        if asks && format.showsEvaluations { share.seconds = limits.seconds.map { $0 / 2 } }
        let judged =
            format.showsEvaluations && isWorked
            ? Judged(Judge(record, limits: share, cancellation: cancellation).judgement()) : Judged()
        self.init(
            record, judged: judged, cruxes: asks ? Self.cruxes(record, isWorked ? share : nil, cancellation) : nil)
    }

    /// - Parameter limits: `nil`: nothing is worked out.
    private static func cruxes(
        _ record: MatchRecord, _ limits: SearchLimits?, _ cancellation: Cancellation
    ) -> CruxText {
        let cruxes = Cruxes(of: record)
        guard let limits, cruxes.hasNumbers else { return CruxText(cruxes) }
        return CruxText(cruxes, CruxSearch(cruxes, limits: limits, cancellation: cancellation).findings())
    }
}
