/// Who claims: Divergence says how the AI goes wrong, Training says what would have whacked it.
public enum Side: String, Hashable, Sendable, CaseIterable {
    case divergence, training

    public var opponent: Side {
        self == .divergence ? .training : .divergence
    }
}

/// A value for each side.
public struct BySide<Value: Hashable & Sendable>: Hashable, Sendable {
    public var divergence: Value
    public var training: Value

    public init(divergence: Value, training: Value) {
        self.divergence = divergence
        self.training = training
    }

    public subscript(side: Side) -> Value {
        get { side == .divergence ? divergence : training }
        set { if side == .divergence { divergence = newValue } else { training = newValue } }
    }
}

/// Which data Training may claim. Source: RULES §6.
public enum Mode: String, Hashable, Sendable, CaseIterable {
    /// Only data that people would make anyway.
    case hard
    /// Also data made on purpose to guard against the danger.
    case easy

    /// Whether Training may assert data of a provenance.
    package func allows(_ provenance: Provenance) -> Bool {
        self == .easy || provenance == .ordinary
    }
}

/// How a datum came to be, and so which credences price it.
public enum Provenance: String, Hashable, Sendable, CaseIterable {
    case ordinary, deliberate
}

/// What the overseer sees in a training situation.
public enum Channel: String, Hashable, Sendable, CaseIterable {
    case behaviour, thoughts, outcome
}

/// A set of channels.
public struct Channels: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    public init(_ channels: some Sequence<Channel>) {
        self = channels.reduce(into: []) { $0.formUnion(Channels($1)) }
    }

    public init(_ channel: Channel) {
        switch channel {
        case .behaviour: rawValue = 1
        case .thoughts: rawValue = 2
        case .outcome: rawValue = 4
        }
    }

    public static let all = Channels(Channel.allCases)

    public func contains(_ channel: Channel) -> Bool {
        isSuperset(of: Channels(channel))
    }

    /// The channels in the order of `Channel.allCases`.
    public var members: [Channel] {
        Channel.allCases.filter { contains($0) }
    }
}
