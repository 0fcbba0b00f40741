import Play
import Review

/// What the verdict says of cruxes: the list at once, who wins by whose numbers when that is worked out.
struct CruxSection: Sendable {
    private let cruxes: Cruxes
    /// `nil` while they are worked out.
    private var findings: CruxFindings?

    init(_ record: MatchRecord) {
        cruxes = Cruxes(of: record)
    }

    /// Begins to work them out, where there is anything to.
    func appear() -> [Request] {
        cruxes.hasNumbers ? [.run(.cruxes(cruxes.record))] : []
    }

    mutating func receive(_ answer: LateAnswer) {
        if case .foundCruxes(let findings) = answer { self.findings = findings }
    }

    var lines: [String] {
        let isWaiting = cruxes.hasNumbers && findings == nil
        return CruxText(cruxes, findings).lines + (isWaiting ? ["Working out who wins by whose numbers …"] : [])
    }
}
