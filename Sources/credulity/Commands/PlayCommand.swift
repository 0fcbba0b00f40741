public import ArgumentParser
import Bots
import Curses
import Game
public import Play
import Rulebook
import Screens
import Text

/// The game.
struct PlayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "play", abstract: "Play. Without options the title opens; with them, a match.")

    @Option(help: "A path, or the identifier of a shipped ruleset. (default: alice)", completion: Candidates.ruleset)
    var ruleset: String?

    @Option(
        help: "The profile whose credences and limits count, by name or from a file.", completion: Candidates.profile)
    var profile: String?

    @Option(help: "hard or easy. (default: hard)")
    var mode: Mode?

    @Option(
        help: ArgumentHelp("Who plays Divergence: human, human:NAME, bot:NAME or engine:COMMAND.", valueName: "seat"),
        completion: Candidates.seat(.divergence))
    var divergence: Player?

    @Option(
        help: ArgumentHelp("Who plays Training: human, human:NAME, bot:NAME or engine:COMMAND.", valueName: "seat"),
        completion: Candidates.seat(.training))
    var training: Player?

    @OptionGroup var terms: TermsOptions

    @OptionGroup var table: TableOptions

    private var wantsMatch: Bool {
        ruleset != nil || profile != nil || mode != nil || divergence != nil || training != nil || terms.areGiven
    }

    func run() throws {
        let effects = try table.effects([.divergence: divergence, .training: training].compactMapValues(\.self))
        defer { effects.engines.end() }
        guard !table.plain, Console.isPossible else { return try playPlain(effects) }
        let setup = wantsMatch ? try self.setup() : nil
        let keymap = try Paths.keymap()
        guard let console = Console() else { return try playPlain(effects) }
        let app =
            setup.map { App(size: console.size, look: console.look, keymap: keymap, setup: $0) }
            ?? App(size: console.size, look: console.look, keymap: keymap)
        try effects.show(app, on: console)
    }

    private func playPlain(_ effects: EffectRunner) throws {
        var setup = try setup()
        if !table.plain { warn("This terminal cannot show the screens; playing as numbered lines.") }
        if setup.limit == .toBeBid {
            guard let settled = PlainBids(setup: setup, paper: Paper()).settled() else { return print() }
            setup = settled
        }
        let (record, path, trouble) = try effects.begun(setup)
        try PlainGame.play(record, path: path, trouble: trouble, effects)
    }

    private func setup() throws -> Setup {
        let (ruleset, profile) = try Paths.profiled(profile, try Paths.ruleset(ruleset ?? "alice"))
        let players = Players(
            divergence: try seated(divergence, .divergence, ruleset), training: try seated(training, .training, ruleset)
        )
        let setup = Setup(ruleset: ruleset, profile: profile, mode: mode ?? .hard, players: players)
        return try terms.applied(to: setup)
    }
}

/// The player of a side, a bot or an engine under the name by which it is known.
///
/// - Throws: an exit code, after saying why there is no such player.
func seated(_ player: Player?, _ side: Side, _ ruleset: Ruleset) throws -> Player {
    guard let player else { return Player(name: side == .divergence ? "Ana" : "Ben") }
    if let command = player.engine {
        return Player(name: try engine(command, on: side).name, seat: player.seat)
    }
    guard let name = player.bot else { return player }
    let known = bots(for: ruleset).filter { $0.sides.contains(side) }
    guard let bot = known.first(where: { $0.name == name }) else {
        if let other = bot(named: name, for: ruleset) {
            throw failure("“\(name)” plays only \(other.sides.map(\.rawValue).joined(separator: ", "))", code: 64)
        }
        throw noBot(name, " plays \(side.rawValue)", among: known)
    }
    return Player(name: bot.title, seat: player.seat)
}

/// Says that no bot of that name, which is to do something, is among those known; the exit code to throw.
func noBot(_ name: String, _ task: String = "", among known: [any Bot]) -> ExitCode {
    let names = known.map(\.name)
    let hint = nearest(to: name, among: names).map { "; did you mean “\($0)”?" } ?? "."
    return failure("no bot “\(name)”\(task)\(hint) There are \(names.joined(separator: ", "))", code: 64)
}

/// An engine that can be started, as far as can be seen.
private func engine(_ text: String, on side: Side) throws -> EngineCommand {
    do throws(EngineCommandError) {
        let command = try EngineCommand(text)
        guard let obstacle = command.obstacle else { return command }
        warn("--\(side.rawValue) engine:“\(text)”: \(obstacle)")
    } catch {
        warn("--\(side.rawValue) engine:“\(text)”: \(error)")
    }
    throw ExitCode(64)
}

extension Player: ExpressibleByArgument {
    /// `human`, `human:NAME`, `bot:NAME` or `engine:COMMAND`.
    public init?(argument: String) {
        let words = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        switch (words[0], words.count > 1 ? words[1] : nil) {
        case ("human", nil): self.init(name: "Human")
        case ("human", let name?) where !name.isEmpty && name.isPlainText: self.init(name: name)
        case ("bot", let name?) where !name.isEmpty && name.isPlainText: self.init(name: name, seat: argument)
        case ("engine", _?): self.init(name: "engine", seat: argument)
        default: return nil
        }
    }

    public static var allValueStrings: [String] {
        ["human", "human:NAME", "bot:NAME", "engine:COMMAND"]
    }
}
