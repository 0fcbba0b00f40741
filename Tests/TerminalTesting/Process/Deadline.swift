/// A moment after which waiting is given up.
struct Deadline {
    private let end: ContinuousClock.Instant

    init(seconds: Double) {
        end = .now + .seconds(seconds)
    }

    var hasPassed: Bool { ContinuousClock.now >= end }

    /// What `poll` may wait: rounded up, and 0 once the moment has passed.
    var milliseconds: Int32 {
        let remaining = max(.zero, end - .now) / .milliseconds(1)
        return Int32(min(remaining.rounded(.up), 1_000_000))
    }
}
