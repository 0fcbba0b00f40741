/// What of a datum decides which divergences it whacks: all that it exhibits, in the one channel where it is seen.
public struct Evidence: Hashable, Sendable {
    public var exhibits: FeatureSet
    public let channel: Channels

    @inlinable
    public init(exhibits: FeatureSet, channel: Channels) {
        self.exhibits = exhibits
        self.channel = channel
    }

    /// Whether it has a whole trigger, in a channel that shows. Source: RULES §3.
    @inlinable @inline(__always)
    public func whacks(_ trigger: FeatureSet, hiddenFrom channels: Channels) -> Bool {
        trigger.rawValue & ~exhibits.rawValue == 0 && channels.rawValue & channel.rawValue == 0
    }
}
