import Play
import Bots
import Game
import Foundation
import Rulebook
import Synchronization
import SystemPackage

/// The outside engines of this run: only what a person has named on the command line is ever started.
final class Engines: Sendable {
    private struct State {
        /// Commands, with the options that were named for a side.
        var named: [String: [Side: [EngineOption]]] = [:]
        var playing: [Side: OutsideEngine] = [:]
        /// Told to quit, and perhaps not gone yet.
        var leaving: [OutsideEngine] = []
    }

    private let limits: EngineLimits
    private let state = Mutex(State())

    init(_ limits: EngineLimits) {
        self.limits = limits
    }

    /// Lets the engine be started that a person has named, if the player is one.
    ///
    /// - Parameter options: what to set of it on that side; on the other too, unless others are named for that.
    func allow(_ player: Player, on side: Side, options: [EngineOption] = []) {
        guard let command = player.engine else { return }
        state.withLock { $0.named[command, default: [:]][side] = options }
    }

    /// The engine of that command on a side, the same for a whole match; `nil` unless a person has named it.
    func engine(_ command: String, on side: Side) -> OutsideEngine? {
        state.withLock { state in
            if let engine = state.playing[side], engine.command.text == command { return engine }
            guard let named = state.named[command], let words = try? EngineCommand(command) else { return nil }
            if let former = state.playing[side] { dismiss(former, &state) }
            let engine = OutsideEngine(
                words, options: named[side] ?? named[side.opponent] ?? [], guardian: Guardian.words, limits: limits,
                log: log(of: side)
            ) { RulesetDocument($0).json }
            state.playing[side] = engine
            return engine
        }
    }

    /// Whoever the match is waiting for: a bot of ours, or an outside engine that a person has named.
    func bot(of session: Session) -> (any Bot)? {
        session.awaited.flatMap { bot(on: $0, of: session) }
    }

    /// Whoever plays a side by itself: a bot of ours, or an outside engine that a person has named.
    func bot(on side: Side, of session: Session) -> (any Bot)? {
        let player = session.record.player(side)
        if let command = player.engine { return engine(command, on: side) }
        return player.bot.flatMap { Bots.bot(named: $0, for: session.record.ruleset) }
    }

    /// Ends the engines of a match, without waiting until they are gone.
    func dismiss() {
        state.withLock { state in
            state.leaving.removeAll { $0.waitForEnd(seconds: 0) }
            for engine in state.playing.values { dismiss(engine, &state) }
            state.playing = [:]
        }
    }

    /// Ends all engines and waits until they are gone; what is left after a second and a half is killed.
    func end() {
        dismiss()
        let deadline = Date(timeIntervalSinceNow: 1.5)
        for engine in state.withLock({ $0.leaving }) {
            if engine.waitForEnd(seconds: max(0, deadline.timeIntervalSinceNow)) { continue }
            engine.kill()
            _ = engine.waitForEnd(seconds: 0.2)
        }
    }

    private func dismiss(_ engine: OutsideEngine, _ state: inout State) {
        engine.dismiss()
        state.leaving.append(engine)
    }

    /// The file that takes what an engine writes to its standard error.
    private func log(of side: Side) -> String {
        let folder = Paths.stateFolder
        try? FileManager.default.createDirectory(atPath: folder.string, withIntermediateDirectories: true)
        return folder.appending("engine-\(side.rawValue).log").string
    }
}

extension Engines {
    /// A match from a file, where people play the sides of all engines: they are to be named anew.
    ///
    /// - Parameter sides: those that somebody else is about to sit on.
    /// - Returns: the match, and what the people should know of it.
    func seatingPeople(in record: MatchRecord, besides sides: Set<Side> = []) -> (MatchRecord, notice: String?) {
        let freed = Side.allCases.filter { record.player($0).engine != nil && !sides.contains($0) }
        let seated = freed.reduce(record) { record, side in
            record.seating(Player(name: record.player(side).name), on: side)
        }
        guard let side = freed.first, record.verdict == nil else { return (seated, nil) }
        let both = freed.count > 1
        return (
            seated,
            "No file starts an engine: play \(both ? "both sides" : side.rawValue), or resume "
                + "--\(side.rawValue) engine:COMMAND."
        )
    }
}
