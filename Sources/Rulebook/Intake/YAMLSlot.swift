/// A value on a line of YAML, behind a key or as an item of a list, as far as that can be told without parsing.
struct YAMLSlot: Hashable {
    /// Bytes of the line; none for an item, where it begins.
    let key: Range<Int>
    /// Bytes of the line, without blanks at either end and, in braces, without what closes them.
    let value: Range<Int>
    let isInBraces: Bool
}

extension YAMLSlot {
    /// The slots of a line, from its start: the one of a block, if there is one, then those in braces.
    static func all(in line: [UInt8]) -> [YAMLSlot] {
        let start = contentStart(of: line)
        guard start < line.count, line[start] != UInt8(ascii: "#"), line.count <= longestLine else { return [] }
        guard !line[start].opensFlow else { return braced(in: line, from: start) }
        if let key = blockKey(in: line, from: start) {
            let value = trimmed(key.upperBound + 1..<line.count, of: line)
            let slot = YAMLSlot(key: key, value: value, isInBraces: false)
            return [slot] + braced(in: line, from: value.lowerBound)
        }
        let isItem = line[..<start].contains(UInt8(ascii: "-"))
        let value = trimmed(start..<line.count, of: line)
        return isItem ? [YAMLSlot(key: start..<start, value: value, isInBraces: false)] : []
    }

    /// No author writes longer ones, in bytes.
    private static let longestLine = 20_000

    /// Where the content of a line starts, behind its indentation and the dashes of lists.
    static func contentStart(of line: [UInt8]) -> Int {
        var start = 0
        while start < line.count {
            let isDash = line[start] == UInt8(ascii: "-") && (start + 1 == line.count || line[start + 1].isBlank)
            guard line[start].isBlank || isDash else { break }
            start += 1
        }
        return start
    }

    /// A key with which a block's line starts; a text that goes on there may look like one.
    private static func blockKey(in line: [UInt8], from start: Int) -> Range<Int>? {
        guard let colon = (start..<line.count).first(where: { isColon(line, $0) }) else { return nil }
        let isWord = line[start..<colon].allSatisfy { $0.isWordByte || $0 == UInt8(ascii: " ") }
        return isWord && colon > start ? start..<colon : nil
    }

    /// The slots from an opening brace or bracket on.
    private static func braced(in line: [UInt8], from start: Int) -> [YAMLSlot] {
        guard start < line.count, line[start].opensFlow else { return [] }
        let keys = (start..<line.count).compactMap { bracedKey(in: line, behind: $0) }
        let keyed = keys.indices.map { index in
            let isLast = index + 1 == keys.count
            let end = isLast ? line.count : keys[index + 1].lowerBound
            var value = trimmed(keys[index].upperBound + 1..<end, of: line)
            let closers: [UInt8] = isLast ? Array(",]}".utf8) : Array(",{[".utf8)
            while let last = value.last, closers.contains(line[last]) || line[last].isBlank {
                value = value.lowerBound..<last
            }
            return YAMLSlot(key: keys[index], value: value, isInBraces: true)
        }
        return (keyed + items(in: line, from: start)).sorted { $0.key.lowerBound < $1.key.lowerBound }
    }

    /// The items of the lists in brackets that have no keys and are no lists or mappings themselves.
    private static func items(in line: [UInt8], from start: Int) -> [YAMLSlot] {
        var slots: [YAMLSlot] = []
        var open: [UInt8] = []
        var index = start
        while index < line.count {
            switch line[index] {
            case UInt8(ascii: "["), UInt8(ascii: "{"): open.append(line[index])
            case UInt8(ascii: "]"), UInt8(ascii: "}"): _ = open.popLast()
            case UInt8(ascii: ","): break
            default:
                index += 1
                continue
            }
            let begin = line[(index + 1)...].firstIndex { !$0.isBlank } ?? line.count
            let isValue = open.last == UInt8(ascii: "[") && begin < line.count && !"[]{},".utf8.contains(line[begin])
            guard isValue, line[index] != UInt8(ascii: "]"), bracedKey(in: line, behind: index) == nil else {
                index += 1
                continue
            }
            let end = itemEnd(in: line, from: begin)
            slots.append(YAMLSlot(key: begin..<begin, value: trimmed(begin..<end, of: line), isInBraces: true))
            index = end
        }
        return slots
    }

    /// Where an item ends that begins there: behind its quotation, or before the next comma or bracket.
    private static func itemEnd(in line: [UInt8], from begin: Int) -> Int {
        let isQuoted = line[begin] == UInt8(ascii: "'") || line[begin] == UInt8(ascii: "\"")
        let from = isQuoted ? line[begin...].closingQuote ?? begin : begin
        return line[from...].firstIndex { ",]".utf8.contains($0) } ?? line.count
    }

    /// The key that follows a comma or brace.
    private static func bracedKey(in line: [UInt8], behind index: Int) -> Range<Int>? {
        guard line[index] == UInt8(ascii: ",") || line[index].opensFlow else { return nil }
        let start = line[(index + 1)...].firstIndex { !$0.isBlank } ?? line.count
        let end = line[start...].firstIndex { !$0.isWordByte } ?? line.count
        return end > start && end < line.count && isColon(line, end) ? start..<end : nil
    }

    /// Whether a colon stands there that ends a key.
    private static func isColon(_ line: [UInt8], _ index: Int) -> Bool {
        line[index] == UInt8(ascii: ":") && (index + 1 == line.count || line[index + 1].isBlank)
    }

    private static func trimmed(_ range: Range<Int>, of line: [UInt8]) -> Range<Int> {
        guard let first = line[range].firstIndex(where: { !$0.isBlank }),
            let last = line[range].lastIndex(where: { !$0.isBlank })
        else { return range.upperBound..<range.upperBound }
        return first..<last + 1
    }
}

extension UInt8 {
    /// Whether it is a blank or a tab.
    var isBlank: Bool { self == 0x20 || self == 0x09 }

    fileprivate var opensFlow: Bool { self == UInt8(ascii: "{") || self == UInt8(ascii: "[") }

    /// Whether it may belong to a key: letters, digits, hyphens, underscores, and whatever is not ASCII.
    fileprivate var isWordByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}
