import Archive
import ArgumentParser
import Curses
import Game
import Play
import Screens

/// Goes on with a match.
struct Resume: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Go on with a saved match: the one named, or the newest that is not over.")

    @Argument(help: "The path of a match.", completion: Candidates.match)
    var match: String?

    @Option(
        help: ArgumentHelp("Who plays Divergence from now on, as in “play”. (default: who did)", valueName: "seat"),
        completion: Candidates.seat(.divergence))
    var divergence: Player?

    @Option(
        help: ArgumentHelp("Who plays Training from now on, as in “play”. (default: who did)", valueName: "seat"),
        completion: Candidates.seat(.training))
    var training: Player?

    @OptionGroup var table: TableOptions

    func run() throws {
        let seats = [Side.divergence: divergence, .training: training].compactMapValues(\.self)
        let effects = try table.effects(seats)
        defer { effects.engines.end() }
        guard
            let path = match
                ?? Library(folder: table.folder).matches().matches.first(where: { $0.verdict == nil })?.path
        else { throw failure("no match in \(table.folder) is waiting to be finished", code: 66) }
        switch effects.open(path, reseating: Set(seats.keys)) {
        case .opened(var record, let path, let notice, _):
            for (side, player) in seats {
                record = record.seating(try seated(player, side, record.ruleset), on: side)
            }
            try play(record, path, notice, effects)
        case .failed(let reason):
            throw failure(reason)
        default:
            break
        }
    }

    private func play(_ record: MatchRecord, _ path: String, _ notice: String?, _ effects: EffectRunner) throws {
        let keymap = try Paths.keymap()
        guard !table.plain, let console = Console() else {
            if let notice { warn(notice) }
            return try PlainGame(record, path: path, trouble: nil, effects).play()
        }
        let app = App(
            size: console.size, look: console.look, keymap: keymap, record: record, path: path, notice: notice)
        try effects.show(app, on: console)
    }
}
