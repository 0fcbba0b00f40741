import Game
import Foundation

/// The shape of an event on its line: its kind, its time and the fields that kind needs.
struct EventLine: Codable {
    var event: String
    var time: String
    var side: Side?
    var credence: Double?
    var ply: Int?
    var plies: Int?
    var move: String?
    var text: String?
    var agreed: Bool?
    var verdict: VerdictLine?

    private enum Kind: String, CaseIterable {
        case prediction, move, words, objection, closing, undo, verdict
        case adjudicationAsked = "adjudication asked"
        case adjudicationAnswered = "adjudication answered"
    }

    init(_ timed: TimedEvent) {
        time = timed.time
        switch timed.event {
        case .prediction(let side, let credence):
            event = Kind.prediction.rawValue
            self.side = side
            self.credence = credence.probability
        case .move(let ply, let notation):
            event = Kind.move.rawValue
            self.ply = ply
            move = notation
        case .words(let ply, let text):
            event = Kind.words.rawValue
            self.ply = ply
            self.text = text
        case .objection(let ply, let text):
            event = Kind.objection.rawValue
            self.ply = ply
            self.text = text
        case .closing(let side, let text):
            event = Kind.closing.rawValue
            self.side = side
            self.text = text
        case .undo(let plies):
            event = Kind.undo.rawValue
            self.plies = plies
        case .adjudicationAsked(let side):
            event = Kind.adjudicationAsked.rawValue
            self.side = side
        case .adjudicationAnswered(let side, let agreed):
            event = Kind.adjudicationAnswered.rawValue
            self.side = side
            self.agreed = agreed
        case .verdict(let verdict):
            event = Kind.verdict.rawValue
            self.verdict = verdict
        }
    }

    /// - Throws: `JournalProblem` for an unknown kind, a missing field or one that makes no sense.
    func timedEvent() throws(JournalProblem) -> TimedEvent {
        guard let kind = Kind(rawValue: event) else {
            let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw JournalProblem("unknown event “\(event)”; expected one of \(known)")
        }
        return TimedEvent(try matchEvent(kind), at: time)
    }

    private func matchEvent(_ kind: Kind) throws(JournalProblem) -> MatchEvent {
        switch kind {
        case .prediction: .prediction(try need(side, "side"), try probability())
        case .move: .move(ply: try need(ply, "ply"), try need(move, "move"))
        case .words: .words(ply: try need(ply, "ply"), try need(text, "text"))
        case .objection: .objection(ply: try need(ply, "ply"), try need(text, "text"))
        case .closing: .closing(try need(side, "side"), try need(text, "text"))
        case .undo: .undo(plies: try need(plies, "plies"))
        case .adjudicationAsked: .adjudicationAsked(try need(side, "side"))
        case .adjudicationAnswered:
            .adjudicationAnswered(try need(side, "side"), agreed: try need(agreed, "agreed"))
        case .verdict: .verdict(try need(verdict, "verdict"))
        }
    }

    private func need<Value>(_ value: Value?, _ name: String) throws(JournalProblem) -> Value {
        guard let value else { throw JournalProblem("the event “\(event)” lacks “\(name)”") }
        return value
    }

    private func probability() throws(JournalProblem) -> Credence {
        let number = try need(credence, "credence")
        guard number > 0, number < 1, let credence = Credence(millionths: Int((number * 1e6).rounded())) else {
            throw JournalProblem("a prediction lies between 0 and 1, not \(number)")
        }
        return credence
    }
}

/// What is wrong with an event, as a plain clause.
public struct JournalProblem: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// One value as one line of JSON, keys in alphabetical order.
public func jsonLine(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}
