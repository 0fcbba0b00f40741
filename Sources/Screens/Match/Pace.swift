/// How fast two bots play while somebody watches.
struct Pace: Hashable, Sendable {
    /// Milliseconds that a move stays before the next, the slowest first.
    private static let steps = [8000, 4000, 2000, 1000, 250, 0]
    private var step = 1

    var milliseconds: Int { Pace.steps[step] }

    mutating func change(by change: Int) {
        step = max(0, min(step + change, Pace.steps.count - 1))
    }

    /// As in `a move every 4 s`.
    var text: String {
        switch milliseconds {
        case 0: "as fast as they play"
        case ..<1000: "\(1000 / milliseconds) moves a second"
        default: "a move every \(milliseconds / 1000) s"
        }
    }
}
