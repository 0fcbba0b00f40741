import Foundation
import Glibc
import Text

/// The time now, as match files write it: `2026-11-21T05:30:12Z`.
public func timestamp() -> String {
    Date.now.formatted(.iso8601)
}

/// A time of a match file in the one form in which times can be compared; `nil` if it is none.
func normalized(_ time: String) -> String? {
    seconds(time) == nil ? (try? Date(time, strategy: .iso8601))?.formatted(.iso8601) : time
}

/// A time of a match file by the clocks here, marked with their zone: `2026-11-21 14:30 JST`. What is no time is made plain.
func localTime(_ time: String) -> String {
    guard var seconds = seconds(time) ?? (try? Date(time, strategy: .iso8601)).map({ time_t($0.timeIntervalSince1970) })
    else { return time.madePlain }
    var parts = tm()
    var text = [CChar](repeating: 0, count: 64)
    guard localtime_r(&seconds, &parts) != nil else { return time.madePlain }
    let count = strftime(&text, text.count, "%Y-%m-%d %H:%M %Z", &parts)
    return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// A moment as match files write it.
func timestamp(_ moment: timespec) -> String {
    var seconds = moment.tv_sec
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 64)
    let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// The seconds of a time in the form that the program writes; `nil` for others. A list of thousands asks for it.
private func seconds(_ time: String) -> time_t? {
    let form = Array("0000-00-00T00:00:00Z".utf8), bytes = Array(time.utf8)
    let zero = UInt8(ascii: "0"), nine = UInt8(ascii: "9")
    guard bytes.count == form.count,
        zip(bytes, form).allSatisfy({ $1 == zero ? (zero...nine).contains($0) : $0 == $1 })
    else { return nil }
    func number(_ range: Range<Int>) -> Int32 { bytes[range].reduce(0) { $0 * 10 + Int32($1 - zero) } }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (number(0..<4) - 1900, number(5..<7) - 1, number(8..<10))
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (number(11..<13), number(14..<16), number(17..<19))
    guard (0..<12).contains(parts.tm_mon), (1...31).contains(parts.tm_mday), parts.tm_hour < 24, parts.tm_min < 60,
        parts.tm_sec < 60
    else { return nil }
    return timegm(&parts)
}
