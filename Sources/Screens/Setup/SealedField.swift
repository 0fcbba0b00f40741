import Game
import Text

/// Something that a person writes down while the others look away.
struct SealedField: Sendable {
    enum Kind: Hashable, Sendable {
        /// A credence that Training wins.
        case prediction
        /// A credence that the real thing goes wrong.
        case belief
        /// A credence that a row of the table holds, by its place and its name.
        case row(Int, String)
        /// The bits within which Training can win, and what may be written.
        case bid(ClosedRange<Bits>)
    }

    /// What was understood of it.
    enum Entry: Hashable, Sendable {
        case credence(Credence, understood: String)
        case bits(Bits, understood: String)

        var understood: String {
            switch self {
            case .credence(_, let understood), .bits(_, let understood): understood
            }
        }
    }

    let side: Side
    let kind: Kind
    var field = TextField(limit: 40)

    init(_ kind: Kind, of side: Side) {
        self.kind = kind
        self.side = side
    }

    var isEmpty: Bool { field.trimmed.isEmpty }

    var label: String {
        switch kind {
        case .prediction: "Training wins this match"
        case .belief: "The real thing goes wrong"
        case .row(_, let name): name.capitalizedFirst
        case .bid: "Training can win within"
        }
    }

    /// The ways to write it, as part of a sentence.
    var ways: String {
        switch kind {
        case .prediction, .belief, .row: TypedCredence.ways
        case .bid: TypedBits.ways
        }
    }

    /// What was written, or what is wrong with it; `nil` for nothing.
    var reading: Result<Entry, SealedProblem>? {
        guard !isEmpty else { return nil }
        let text = field.trimmed
        switch kind {
        case .prediction: return credence(text) { $0.prediction }
        case .belief: return credence(text) { $0.goingWrong }
        case .row: return credence(text) { $0.holding }
        case .bid(let range):
            do throws(TypedBitsError) {
                let typed = try TypedBits(text, in: range)
                return .success(.bits(typed.bits, understood: typed.understood))
            } catch {
                return .failure(SealedProblem("\(error)"))
            }
        }
    }

    private func credence(_ text: String, _ tell: (TypedCredence) -> String) -> Result<Entry, SealedProblem> {
        do throws(PredictionError) {
            let typed = try TypedCredence(predicting: text)
            return .success(.credence(typed.credence, understood: tell(typed)))
        } catch {
            return .failure(SealedProblem("\(error)"))
        }
    }

    /// The credence that was written, if that can be read.
    var credence: Credence? {
        if case .success(.credence(let credence, _)) = reading { credence } else { nil }
    }

    /// The bits that were written, if they can be read.
    var bits: Bits? {
        if case .success(.bits(let bits, _)) = reading { bits } else { nil }
    }
}

/// What is wrong with something written down, as part of a sentence.
struct SealedProblem: Error, Hashable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }
}
