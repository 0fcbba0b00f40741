import Play
import Review
import Text

/// One screen of the program: a value that keys change and that draws itself on a grid.
protocol Screen: Sendable {
    /// What can be done now, in the order of the footer. One without a label is only in the help.
    var actions: [Offer] { get }
    /// Whether keys are text, or answers to a question, and not actions.
    var isTyping: Bool { get }
    /// What the bottom line says in place of the actions.
    var prompt: String? { get }

    mutating func appear(_ size: Size) -> [Request]
    mutating func act(_ action: Action, _ size: Size) -> [Request]
    mutating func type(_ key: Key, _ size: Size) -> [Request]
    mutating func paste(_ text: String, _ size: Size) -> [Request]
    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request]
    mutating func receive(_ answer: Answer, _ size: Size) -> [Request]
    mutating func receive(_ answer: LateAnswer, _ size: Size) -> [Request]
    mutating func resized(to size: Size)

    /// Draws everything but the bottom line.
    func draw(in grid: inout Grid)
}

extension Screen {
    var isTyping: Bool { false }
    var prompt: String? { nil }
    mutating func appear(_ size: Size) -> [Request] { [] }
    mutating func act(_ action: Action, _ size: Size) -> [Request] { [] }
    mutating func type(_ key: Key, _ size: Size) -> [Request] { [] }
    mutating func paste(_ text: String, _ size: Size) -> [Request] { [] }
    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request] { [] }
    mutating func receive(_ answer: Answer, _ size: Size) -> [Request] { [] }
    mutating func receive(_ answer: LateAnswer, _ size: Size) -> [Request] { [] }
    mutating func resized(to size: Size) {}
}

/// An action that a screen offers, and what it is called there.
struct Offer: Hashable, Sendable {
    var action: Action
    var label: String?
    /// What the help says of it, where that is neither the label nor what the action means everywhere.
    var help: String?

    init(_ action: Action, _ label: String? = nil, help: String? = nil) {
        self.action = action
        self.label = label
        self.help = help
    }

    static let movement: [Offer] = [.up, .down, .pageUp, .pageDown, .first, .last].map { Offer($0) }
}

extension MatchRecord {
    /// The match as text, to the terminal's clipboard and beside its file.
    func copying(beside path: String?, price: Evaluation.Price? = nil) -> [Request] {
        let text = Narration(self, price: price).text
        return [.effect(.terminal(.copy(text))), .effect(.write(text, beside: path, as: .text))]
    }
}

/// What more than one screen says of what was done.
enum Notice {
    static func copied(_ path: String?) -> String {
        path.map { "Written to \(fileName($0)), and copied where the terminal allows it." }
            ?? "Copied where the terminal allows it."
    }
}

/// What a screen asks of the program: another screen, or something done outside.
enum Request: Sendable {
    case push(any Screen)
    /// Puts a screen in place of all above the title.
    case enter(any Screen)
    case pop
    case effect(Effect)
    /// Begins what takes its time, in place of another of its kind.
    case run(Job)
    /// Has a job answer with the best it has found.
    case hurry(Job.Kind)
    /// Nobody waits for a job any more.
    case cancel(Job.Kind)
}
