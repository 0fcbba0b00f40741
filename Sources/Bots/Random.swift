import Game

/// Plays any legal move, each as likely as the others.
public struct Random: Bot {
    public let name = "random"
    public let title = "Random"
    public let summary = "plays whatever comes to mind; anyone should beat it"

    public init() {}

    public func reply(to turn: Turn) -> Reply {
        var random = turn.random
        return Reply(turn.position.legalMoves.dropLast().randomElement(using: &random) ?? .concede)
    }
}
