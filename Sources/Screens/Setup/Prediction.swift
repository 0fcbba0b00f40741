public import Game

extension TypedCredence {
    /// A credence that Training wins, as a person types it: nobody is certain.
    public init(predicting text: String) throws(PredictionError) {
        do {
            try self.init(text)
        } catch {
            throw .typed(error)
        }
        if credence == .certain { throw .certain(understood) }
    }

    /// What was understood, of a prediction.
    public var prediction: String { "\(understood) that Training wins" }

    /// What was understood, of a row of the table.
    public var holding: String { "\(understood) that it holds" }

    /// What was understood, of a belief about the world.
    public var goingWrong: String { "\(understood) that the real thing goes wrong" }
}

/// Why what was typed is no prediction.
public enum PredictionError: Error, Hashable, Sendable {
    case typed(TypedCredenceError)
    /// With what was understood.
    case certain(String)
}

extension PredictionError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .typed(let error): error.description
        case .certain(let understood): "nobody is certain: that is \(understood)"
        }
    }
}
