import Archive
import ArgumentParser
import Curses
import Game
import Play
import Screens
import Text

/// Goes on with a match.
struct Resume: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Go on with a saved match: the one named, or the one last played that is not over.",
        discussion: "A match that is over is shown: on the screen its verdict, with --plain move by move.")

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
        var path = match ?? ""
        var copies: String?
        if match == nil { (path, copies) = try lastPlayed() }
        if isPlain, case .opened(let record, _, let notice, _)? = effects.perform(.open(path: path, toPlay: false)),
            record.isClosed
        {
            return try review(record, path, notice, effects)
        }
        switch effects.open(path, reseating: Set(seats.keys)) {
        case .opened(var record, let path, let notice, _):
            for (side, player) in seats {
                record = record.seating(try seated(player, side, record.ruleset), on: side)
            }
            let notices = [copies, notice].compactMap(\.self)
            try play(record, path, notices.isEmpty ? nil : notices.joined(separator: " "), effects)
        case .failed(let reason):
            throw failure(reason)
        default:
            break
        }
    }

    /// The match last played of those that are not over, and what to say if there are several files of it.
    private func lastPlayed() throws -> (path: String, copies: String?) {
        let matches = Library(folder: table.folder).matches().matches
        guard let match = matches.first(where: \.isWaiting) else {
            throw failure("no match in \(table.folder) is waiting to be finished", code: 66)
        }
        guard let copy = match.copy else { return (match.path, nil) }
        let others = matches.filter { $0.header.id == match.header.id && $0.path != match.path }
        let names = ([match] + others).map { fileName($0.path) }.joined(separator: ", ")
        return (match.path, "\(copy) The copies: \(names).")
    }

    private var isPlain: Bool { table.plain || !Console.isPossible }

    private func review(_ record: MatchRecord, _ path: String, _ notice: String?, _ effects: EffectRunner) throws {
        if let notice { warn(notice) }
        let paper = Paper()
        let text = PlainText(record, price: paper.price(of: record))
        (text.opening + text.ending + text.beliefs).forEach(paper.say)
        guard PlainReview(record, path: path, paper, effects).run() else { return paper.say("") }
        try PlainGame.playSecondLeg(after: record, paper, effects)
    }

    private func play(_ record: MatchRecord, _ path: String, _ notice: String?, _ effects: EffectRunner) throws {
        let keymap = try Paths.keymap()
        guard !table.plain, let console = Console() else {
            if let notice { warn(notice) }
            return try PlainGame.play(record, path: path, trouble: nil, effects)
        }
        let app = App(
            size: console.size, look: console.look, keymap: keymap, record: record, path: path, notice: notice)
        try effects.show(app, on: console)
    }
}
