public import Play

extension MatchRecord {
    /// Seconds between what a step tells of and what was written down before it; `nil` where that is not known.
    public func seconds(before step: Int) -> Int? {
        let places = told
        guard places.indices.contains(step) else { return nil }
        let before = places[step] == 0 ? header.date : standing[places[step] - 1].time
        guard let end = second(standing[places[step]].time), let start = second(before), end >= start else {
            return nil
        }
        return end - start
    }

    /// Of a time as in `2026-11-21T05:30:12Z`, counted from some day on; `nil` for anything else.
    private func second(_ time: String) -> Int? {
        let parts = time.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
        guard parts.count == 6, time.utf8.count == 20, parts[1] > 0 else { return nil }
        // The year begins in March, so that the day that some years have more is the last.
        let month = (parts[1] + 9) % 12
        let year = parts[0] - month / 10
        let day = 365 * year + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + parts[2]
        return ((day * 24 + parts[3]) * 60 + parts[4]) * 60 + parts[5]
    }
}

/// A time as people say it: `8 s`, `2 min 5 s`, `3 h 20 min`, `4 days`.
public func spent(_ seconds: Int) -> String {
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
    if seconds < 86_400 { return "\(seconds / 3600) h \(seconds % 3600 / 60) min" }
    return "\(seconds / 86_400) day\(seconds < 172_800 ? "" : "s")"
}
