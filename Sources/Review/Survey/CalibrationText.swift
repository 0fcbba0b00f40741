import Game
public import Text

/// A calibration of one player, or of all, to be read and to be passed on.
public struct CalibrationText: SurveyText, Sendable {
    private let calibration: Calibration
    /// `nil`: all together.
    public let player: String?

    public init(_ calibration: Calibration, player: String? = nil) {
        self.calibration = calibration
        self.player = player
    }

    public var score: CalibrationScore? { calibration.score(of: player) }
    public var bins: [CalibrationBin] { calibration.bins(of: player) }

    /// What the scores are, a sentence each.
    public var sentences: [String] {
        guard let score else { return ["No prediction of a match that came to a winner."] }
        let counts = "\(counted(score.forecasts, "prediction")) in \(counted(score.matches, "match", "matches"))"
        let lines = [
            "\(counts) that came to a winner. To say 50% each time scores 0.25 and 1 bit.",
            "Brier score \(Self.text(score.brier)). Log score \(Self.text(score.bits)) bits of surprise each.",
        ]
        let few = "Of so few matches no interval is given: it takes \(CalibrationScore.fewest)."
        return lines + [score.brier.interval == nil ? few : "In brackets where they lie with 95% confidence."]
    }

    static func text(_ mean: CalibrationScore.Mean) -> String {
        let interval = mean.interval.map { " (\(hundredths($0.lowerBound)) to \(hundredths($0.upperBound)))" }
        return hundredths(mean.value) + (interval ?? "")
    }

    /// The curve: what was said, how often, and how often it came true.
    public var curve: Sheet {
        Sheet(
            ["said", "times", "mean", "came true", "share", "95% interval"], numbers: [1, 2, 3, 4],
            rows: bins.filter { $0.forecasts > 0 }.map { bin in
                [
                    bin.title, String(bin.forecasts), bin.mean.map(percent) ?? "-", String(bin.cameTrue),
                    bin.share.map(percent) ?? "-", "\(percent(bin.interval.lower)) to \(percent(bin.interval.upper))",
                ]
            })
    }

    /// Each player's scores, where all are told of.
    public var playerSheet: Sheet {
        let players = player == nil ? calibration.players : []
        return Sheet(
            ["player", "predictions", "matches", "Brier", "bits"], numbers: [1, 2],
            rows: players.compactMap { name in
                calibration.score(of: name).map { score in
                    [
                        name, String(score.forecasts), String(score.matches), Self.text(score.brier),
                        Self.text(score.bits),
                    ]
                }
            })
    }

    private var heading: String { "Calibration of " + (player ?? "all players") }

    public var lines: [String] {
        var lines = [heading.madePlain, ""] + sentences
        guard score != nil else { return lines }
        lines += [""] + curve.columns
        if playerSheet.rows.count > 1 { lines += [""] + playerSheet.columns }
        return lines
    }

    public var markdown: String {
        var parts = ["# \(heading.madePlain.inMarkdown)\n"] + [sentences.joined(separator: " ").inMarkdown + "\n"]
        guard score != nil else { return parts.joined(separator: "\n") }
        parts.append(curve.markdown)
        if playerSheet.rows.count > 1 { parts.append(playerSheet.markdown) }
        return parts.joined(separator: "\n")
    }

    /// Every prediction by itself.
    public var csv: String {
        Sheet(
            ["player", "match", "training", "won"],
            rows: calibration.forecasts(of: player).map {
                [$0.player, $0.match, $0.credence.description, $0.cameTrue ? "1" : "0"]
            }
        ).csv
    }

    public var json: JSON {
        let names = player == nil ? calibration.players : []
        return .object([
            ("player", player.map(JSON.text) ?? .null), ("drawn", .number(calibration.drawn)),
            ("score", Self.json(score)), ("bins", .list(bins.map(\.json))),
            (
                "players",
                .list(
                    names.map { name in
                        .object([("player", .text(name)), ("score", Self.json(calibration.score(of: name)))])
                    })
            ),
        ])
    }

    private static func json(_ score: CalibrationScore?) -> JSON {
        guard let score else { return .null }
        func json(_ mean: CalibrationScore.Mean) -> JSON {
            .object([
                ("mean", .number(mean.value)),
                ("lower", mean.interval.map { .number($0.lowerBound) } ?? .null),
                ("upper", mean.interval.map { .number($0.upperBound) } ?? .null),
            ])
        }
        return .object([
            ("predictions", .number(score.forecasts)), ("matches", .number(score.matches)),
            ("brier", json(score.brier)), ("bits", json(score.bits)),
        ])
    }
}

extension CalibrationBin {
    public var title: String { "\(percent.lowerBound)-\(percent.upperBound)%" }

    fileprivate var json: JSON {
        .object([
            ("from", .number(percent.lowerBound)), ("to", .number(percent.upperBound)),
            ("predictions", .number(forecasts)), ("mean", mean.map { .number($0) } ?? .null),
            ("cameTrue", .number(cameTrue)), ("share", share.map { .number($0) } ?? .null),
            ("lower", .number(interval.lower)), ("upper", .number(interval.upper)),
        ])
    }
}
