import Game
import Rulebook

/// What stands against a line of the protocol.
enum EngineComplaint: Error {
    case notText
    case tooLong(limit: Int)
    case malformedOption
    case unknownOption(String)
    case rulesetInvalid(RulebookError)
    case rulesetMissing(before: String)
    case positionMissing(before: String)
    case malformedOffer
    case shortPosition
    case otherRuleset(String, expected: String)
    case unknownMode(String)
    /// The first move is number 1.
    case move(number: Int, any Error)
    case busy
    case over
    case unknownBot(String, known: [String])
    case wrongSide(Side, bot: String)
}

extension EngineComplaint: CustomStringConvertible {
    var description: String {
        switch self {
        case .notText: "expected UTF-8"
        case .tooLong(let limit): "expected a line of at most \(limit) bytes"
        case .malformedOption: "expected “option name NAME value VALUE”"
        case .unknownOption(let name): "there is no option “\(name)”, only “bot”"
        case .rulesetInvalid(let error):
            "\(error)".split(separator: "\n").first.map(String.init) ?? "the ruleset is not valid"
        case .rulesetMissing(let word): "expected “ruleset JSON” before “\(word)”"
        case .positionMissing(let word): "expected “position …” before “\(word)”"
        case .malformedOffer: "expected “offer dispute NUMBER” or “offer coin …”"
        case .shortPosition: "expected “position RULESET[/PROFILE] MODE [moves …]”"
        case .otherRuleset(let name, let expected): "expected a position of “\(expected)”, not of “\(name)”"
        case .unknownMode(let word): "expected “hard” or “easy”, not “\(word)”"
        case .move(let number, let error): "move \(number): \(error)"
        case .busy: "expected “stop”, or patience: “go” is being answered"
        case .over: "the match is over; expected another position"
        case .unknownBot(let name, let known): "there is no bot “\(name)” here, only \(known.joined(separator: ", "))"
        case .wrongSide(let side, let bot): "“\(bot)” does not play \(side.rawValue)"
        }
    }
}
