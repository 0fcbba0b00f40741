public import Archive
public import Bots
public import Game

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
    mutating func resized(to size: Size) {}
}

/// An action that a screen offers, and what it is called there.
struct Offer: Hashable, Sendable {
    var action: Action
    var label: String?

    init(_ action: Action, _ label: String? = nil) {
        self.action = action
        self.label = label
    }

    static let movement: [Offer] = [.up, .down, .pageUp, .pageDown, .first, .last].map { Offer($0) }
}

/// What a screen asks of the program: another screen, or something done outside.
enum Request: Sendable {
    case push(any Screen)
    /// Puts a screen in place of all above the title.
    case enter(any Screen)
    case pop
    case effect(Effect)
}

/// Something done outside the pure core; the console carries it out and answers.
public enum Effect: Sendable {
    case loadRulesets
    case listMatches
    /// Opens a match, to go on with it or to look at it.
    case open(path: String, toPlay: Bool)
    /// Starts a match's file, with its first events.
    case begin(Setup, [MatchEvent])
    /// Puts events on the disk before they are shown as having happened.
    case journal([MatchEvent])
    /// Writes the whole match to another file and goes on there.
    case saveElsewhere(path: String, MatchRecord)
    /// Lets go of the match's file.
    case close
    /// Works out what best play comes to, beside everything else; the answer comes when it is there.
    case evaluate(MatchRecord)
    /// Gives up working that out.
    case stopEvaluating
    /// Asks the bot whose turn it is for its move, beside everything else; the answer comes when it is there.
    case think(MatchRecord)
    /// Asks the bot that was asked to stop whether it agrees; the answer comes when it is there.
    case considerStopping(MatchRecord)
    /// Has the bot answer with the best it has found.
    case hurry
    /// Nobody waits for the bot any more.
    case stopThinking
    /// Works out what each move of the turn leads to; the answer comes when it is there.
    case appraise(MatchRecord)
    /// Gives up working that out.
    case stopAppraising
    /// Answers after a time, and only then; there is one such wait at a time.
    case wait(milliseconds: Int, ticket: Int)
    /// Gives up waiting.
    case stopWaiting
    /// Asks whether the tutor was on the last time.
    case recallTutor
    /// Keeps for the next time whether the tutor is on.
    case rememberTutor(Bool)
    /// Lets the player write the text in an editor of their own.
    case edit(String)
    /// Puts text on the terminal's clipboard and in a file beside the match.
    case copy(String, beside: String?)
    /// Takes the mouse, or leaves it to the terminal.
    case captureMouse(Bool)
    case redraw
    case quit
}

/// What came of an effect.
public enum Answer: Sendable {
    /// What can be played, and how it was last time.
    case rulesets([Ruleset], last: Preferences?, problems: [String])
    case matches([SavedMatch], problems: [String])
    case opened(MatchRecord, path: String, notice: String?, toPlay: Bool)
    /// The match begins; without a path it is only in memory, and `problem` says why.
    case begun(MatchRecord, path: String?, problem: String?)
    /// The events happened; with a problem they are only in memory.
    case journalled([TimedEvent], problem: String?)
    case savedElsewhere(path: String)
    case thought(Reply, Occasion)
    /// Whether the bot agrees to stop.
    case considered(Bool, Occasion)
    /// The bot of the match is not to be had, and why.
    case absent(String)
    case evaluated(Evaluation)
    case appraised(Appraisal, Occasion)
    /// The time of the wait with that ticket is over.
    case waited(ticket: Int)
    case tutored(Bool)
    case edited(String)
    /// The text is on the clipboard, where the terminal allows it, and in the file.
    case copied(path: String?)
    /// Nothing came of it.
    case failed(String)
}
