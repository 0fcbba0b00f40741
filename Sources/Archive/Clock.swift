import Foundation
import Glibc

/// The time now, as match files write it: `2026-11-21T05:30:12Z`.
public func timestamp() -> String {
    Date.now.formatted(.iso8601)
}

/// A time of a match file in the one form in which times can be compared; `nil` if it is none.
func normalized(_ time: String) -> String? {
    (try? Date(time, strategy: .iso8601))?.formatted(.iso8601)
}

/// A time of a match file by the clocks here, marked with their zone: `2026-11-21 14:30 JST`. What is no time stays as it is.
func localTime(_ time: String) -> String {
    guard let date = try? Date(time, strategy: .iso8601) else { return time }
    var seconds = time_t(date.timeIntervalSince1970)
    var parts = tm()
    var text = [CChar](repeating: 0, count: 64)
    guard localtime_r(&seconds, &parts) != nil else { return time }
    let count = strftime(&text, text.count, "%Y-%m-%d %H:%M %Z", &parts)
    return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
