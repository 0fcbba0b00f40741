import Game
import Play
public import Review
import Solver
import Text

/// What the steps of a match came to, as far as that is known.
public struct Judged: Sendable {
    /// Of each position, from the start to the end; `nil` where it is not worked out.
    let values: [Evaluation.Price?]
    /// What is held against the act of each step; `nil`: nothing, or it is not known.
    let marks: [Mark?]
    /// What the act of each step lost.
    let losses: [Loss?]
    /// What is said of the whole, a sentence each.
    let sentences: [String]

    /// What is held against an act.
    struct Mark: Hashable, Sendable {
        /// Such as `??`.
        let symbol: String
        /// Such as `blunder`.
        let name: String
        /// How many bits it lost; `nil` where that is not proven.
        let loss: Loss?
        /// Why, in a sentence; `nil` where that is not known.
        let why: String?

        /// In words, with why: `A blunder, 3.84 bits. Best was …`.
        var sentence: String { text.asSentence + (why.map { " " + $0 } ?? "") }

        /// In words, such as `a blunder, 3.84 bits`.
        var text: String {
            let start = "\(name == "inaccuracy" ? "an" : "a") \(name)"
            return switch loss {
            case .bits(let bits): "\(start), \(bits) bits"
            case .infinite, nil: start
            }
        }
    }

    /// Nothing is known.
    public init() {
        (values, marks, losses, sentences) = ([], [], [], [])
    }

    public init(_ judgement: Judgement) {
        let shown = MatchAtStep(judgement.record)
        values = judgement.values.map { $0.map(Evaluation.Price.init) }
        marks = judgement.acts.indices.map { step in
            let act = judgement.acts[step]
            return act.mark.map {
                Mark(symbol: $0.symbol, name: $0.rawValue, loss: act.loss, why: judgement.sentence(at: step))
            }
        }
        losses = judgement.acts.map(\.loss)
        let lost = judgement.lostThroughout.map {
            "\(shown.name($0)) had lost from the first move, whatever was played."
        }
        let accuracies = Side.allCases.compactMap { side in
            judgement.accuracy(of: side).map {
                "\(shown.name(side)): accuracy \($0.text) over \(counted($0.moves, "move")) with a choice."
            }
        }
        sentences = [lost].compactMap(\.self) + accuracies
    }

    /// Of a position by the number of steps before it.
    func value(_ step: Int) -> Evaluation.Price? { values.indices.contains(step) ? values[step] : nil }

    func loss(_ step: Int) -> Loss? { losses.indices.contains(step) ? losses[step] : nil }

    func mark(_ step: Int) -> Mark? { marks.indices.contains(step) ? marks[step] : nil }
}

extension Evaluation.Price {
    /// Whether it is known to the millibit, or that there is none.
    var isProven: Bool { isInfinite || upper == lower }

    /// In few columns.
    var brief: String { isInfinite ? "∞" : text }

    /// With its unit.
    var withUnit: String { isInfinite ? "beyond any" : text + " bits" }
}
