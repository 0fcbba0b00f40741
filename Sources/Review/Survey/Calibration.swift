public import Game
public import Play

/// How well predictions that Training wins came true over many matches. Source: RULES §16.
public struct Calibration: Sendable {
    /// A player's last prediction before the first move of a match that came to a winner.
    public struct Forecast: Hashable, Sendable {
        public let player: String
        public let match: String
        public let credence: Credence
        /// Whether Training won.
        public let cameTrue: Bool

        init(player: String, match: String, credence: Credence, cameTrue: Bool) {
            self.player = player
            self.match = match
            self.credence = credence
            self.cameTrue = cameTrue
        }

        /// (p − outcome)².
        var brier: Double {
            let miss = cameTrue ? 1 - credence.probability : credence.probability
            return miss * miss
        }

        /// −log2 of the probability given to what happened.
        var bits: Double {
            Bits(surprisalOf: cameTrue ? credence.probability : 1 - credence.probability).doubled
        }
    }

    public private(set) var forecasts: [Forecast] = []
    /// Predictions of matches that were drawn, which score nothing.
    public private(set) var drawn = 0

    public init() {}

    /// Takes in a match; one that isn't over says nothing.
    public mutating func add(_ record: MatchRecord) {
        for side in Side.allCases {
            guard let credence = record.predictions[side] else { continue }
            switch record.outcome {
            case .none: break
            case .draw: drawn += 1
            case .won(let winner):
                forecasts.append(
                    Forecast(
                        player: record.player(side).name, match: record.header.id, credence: credence,
                        cameTrue: winner == .training))
            }
        }
    }

    /// By name, each once.
    public var players: [String] { Set(forecasts.map(\.player)).sorted() }

    /// Of one player, or of all.
    public func forecasts(of player: String?) -> [Forecast] {
        player.map { name in forecasts.filter { $0.player == name } } ?? forecasts
    }

    /// The scores of one player, or of all; `nil` without forecasts.
    public func score(of player: String? = nil) -> CalibrationScore? {
        CalibrationScore(forecasts(of: player))
    }

    /// The calibration curve of one player, or of all, from the least likely to the likeliest.
    public func bins(of player: String? = nil) -> [CalibrationBin] {
        let forecasts = forecasts(of: player)
        return (0..<CalibrationBin.count).map { place in
            CalibrationBin(place, forecasts.filter { CalibrationBin.place(of: $0.credence) == place })
        }
    }
}

extension Bits {
    fileprivate var doubled: Double { Double(millibits) / 1000 }
}

/// The forecasts within a tenth of the scale, and how often they came true.
public struct CalibrationBin: Hashable, Sendable {
    static let count = 10

    /// In percent, such as 30 to 40; a forecast on the border belongs to the upper bin.
    public let percent: Range<Int>
    public let forecasts: Int
    public let cameTrue: Int
    /// The mean of the forecasts; `nil` without any.
    public let mean: Double?

    static func place(of credence: Credence) -> Int { min(count - 1, credence.millionths * count / 1_000_000) }

    init(_ place: Int, _ forecasts: [Calibration.Forecast]) {
        let width = 100 / Self.count
        percent = (place * width)..<((place + 1) * width)
        self.forecasts = forecasts.count
        cameTrue = forecasts.count { $0.cameTrue }
        let sum = forecasts.reduce(0) { $0 + $1.credence.millionths }
        mean = forecasts.isEmpty ? nil : Double(sum) / Double(forecasts.count) / 1_000_000
    }

    /// The share that came true; `nil` without forecasts.
    public var share: Double? { forecasts == 0 ? nil : Double(cameTrue) / Double(forecasts) }

    /// Wilson's, 95%.
    public var interval: Interval { .wilson(Double(cameTrue), of: Double(forecasts)) }
}

/// The mean scores of forecasts, the less the better.
public struct CalibrationScore: Hashable, Sendable {
    /// A mean, and where it lies with 95% confidence; too few matches tell nothing of that.
    public struct Mean: Hashable, Sendable {
        public let value: Double
        public let interval: ClosedRange<Double>?
    }

    public let forecasts: Int
    public let matches: Int
    public let brier: Mean
    public let bits: Mean

    /// Fewer matches than that have no interval.
    static let fewest = 5
    private static let resamples = 2000

    init?(_ forecasts: [Calibration.Forecast]) {
        guard !forecasts.isEmpty else { return nil }
        // The two forecasts of a match share what came of it, so matches are drawn, not forecasts.
        let matches = Dictionary(grouping: forecasts, by: \.match).sorted { $0.key < $1.key }.map(\.value)
        self.forecasts = forecasts.count
        self.matches = matches.count
        brier = Self.mean(matches.map { $0.map(\.brier) })
        bits = Self.mean(matches.map { $0.map(\.bits) })
    }

    /// The mean over all, with the middle 95% of the means of matches drawn with replacement.
    ///
    /// Source: Efron, “Bootstrap methods: another look at the jackknife”, 1979; the percentile interval. The draws are the
    /// same every time.
    private static func mean(_ matches: [[Double]]) -> Mean {
        let sums = matches.map { (sum: $0.reduce(0, +), count: $0.count) }
        let value = sums.reduce(0) { $0 + $1.sum } / Double(sums.reduce(0) { $0 + $1.count })
        guard matches.count >= fewest else { return Mean(value: value, interval: nil) }
        var random = SplitMix64(seed: 1)
        let means = (0..<resamples).map { _ in
            var sum = 0.0
            var count = 0
            for _ in sums.indices {
                let drawn = sums[Int(truncatingIfNeeded: random.next() % UInt64(sums.count))]
                sum += drawn.sum
                count += drawn.count
            }
            return sum / Double(count)
        }.sorted()
        let tail = resamples / 40
        return Mean(value: value, interval: means[tail]...means[resamples - 1 - tail])
    }
}
