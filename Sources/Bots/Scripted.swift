public import Engine

/// Plays and speaks by a persona's script.
public struct Scripted: Bot {
    private let persona: Persona

    public init(_ persona: Persona) {
        self.persona = persona
    }

    public var name: String { persona.identifier }
    public var title: String { persona.name }
    public var summary: String { persona.text }
    public var sides: [Side] { persona.sides }

    public func reply(to turn: Turn) -> Reply {
        Reply(Greedy().move(in: turn.position))
    }
}
