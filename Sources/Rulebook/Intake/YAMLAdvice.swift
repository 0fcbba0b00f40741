/// What makes a value unfit for YAML as it stands, in words that say how to write it instead.
struct YAMLAdvice: Hashable {
    let message: String
    /// The byte of the value that it is about.
    let offset: Int
}

extension YAMLAdvice {
    /// - Parameters:
    ///   - slot: has a value.
    ///   - goesOn: the text goes on in the next line.
    init?(_ slot: YAMLSlot, on line: [UInt8], goesOn: Bool = false) {
        let value = line[slot.value]
        guard let first = value.first else { return nil }
        switch first {
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            self.init(quotation: value, isInBraces: slot.isInBraces)
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            self.init(bracketed: line[slot.value.lowerBound...], isInBraces: slot.isInBraces)
        case _ where YAMLAdvice.isReserved(first, next: value.dropFirst().first):
            self.init(reserved: value)
        default:
            self.init(plain: value, isInBraces: slot.isInBraces, goesOn: goesOn)
        }
    }

    private init(reserved value: ArraySlice<UInt8>) {
        let first = String(decoding: value.prefix(1), as: UTF8.self)
        self.init(
            message: "a text that begins with “\(first)” means something else to YAML; \(YAMLAdvice.remedy)",
            offset: value.startIndex)
    }

    static let remedy = "put the text in quotation marks"

    /// What a quotation lacks, of which this is the first line.
    ///
    /// - Parameter line: the line in which it ends, where that is another; 0: there is none.
    static func quotation(_ mark: UInt8, from offset: Int, endingIn line: Int) -> YAMLAdvice {
        let mark = String(decoding: [mark], as: UTF8.self)
        let end = line == 0 ? "is never closed" : "is closed only in line \(line)"
        return YAMLAdvice(
            message: "the quotation that \(mark) begins here \(end); close it, or put a text that merely begins with "
                + "\(mark) in the other kind of quotation marks",
            offset: offset)
    }

    /// Whether a text cannot begin with that byte, before that other one.
    private static func isReserved(_ first: UInt8, next: UInt8?) -> Bool {
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): next.map(\.isBlank) ?? true
        default: "*&!%@`}],|>#".utf8.contains(first)
        }
    }

    /// A quotation that is closed before the text is over; whether it is closed at all takes more than a line to tell.
    private init?(quotation value: ArraySlice<UInt8>, isInBraces: Bool) {
        guard let close = value.closingQuote else { return nil }
        let rest = value[(close + 1)...].drop(while: \.isBlank)
        let mayFollow: [UInt8] = isInBraces ? Array(",]}#".utf8) : Array("#".utf8)
        guard let next = rest.first, !mayFollow.contains(next) else { return nil }
        self.init(
            message: "the quotation ends before the text does; put all of the text in the other kind of quotation "
                + "marks",
            offset: rest.startIndex)
    }

    /// Brackets that are never closed, or closed before the text is over.
    private init?(bracketed rest: ArraySlice<UInt8>, isInBraces: Bool) {
        guard let close = rest.closingBracket else {
            let first = String(decoding: rest.prefix(1), as: UTF8.self)
            self.init(
                message: "what “\(first)” opens here is never closed; close it, or put the text in quotation marks",
                offset: rest.startIndex)
            return
        }
        let next = rest[(close + 1)...].first { !$0.isBlank }
        guard let next, !(isInBraces ? ",]}#" : "#").utf8.contains(next) else { return nil }
        self.init(reserved: rest)
    }

    private init?(plain value: ArraySlice<UInt8>, isInBraces: Bool, goesOn: Bool) {
        for index in value.indices.dropFirst() {
            let next = index + 1 < value.endIndex ? value[index + 1] : 0x20
            if value[index] == UInt8(ascii: "#"), value[index - 1].isBlank {
                guard goesOn else { return nil }
                self.init(
                    message: "what follows is a comment, and ends the text; \(YAMLAdvice.remedy)", offset: index)
                return
            }
            if value[index] == UInt8(ascii: ":"), next.isBlank {
                self.init(
                    message: "a colon before a blank cannot stand in a text as it is; \(YAMLAdvice.remedy)",
                    offset: index)
                return
            }
            if isInBraces, "[]{}".utf8.contains(value[index]) {
                let character = String(decoding: [value[index]], as: UTF8.self)
                self.init(
                    message: "“\(character)” cannot stand in a text within braces as it is; \(YAMLAdvice.remedy)",
                    offset: index)
                return
            }
        }
        return nil
    }
}

extension ArraySlice<UInt8> {
    /// The index of the mark that closes the quotation which the first byte opens; `nil`: it is not closed.
    var closingQuote: Int? {
        guard let mark = first else { return nil }
        var index = startIndex + 1
        while index < endIndex {
            let isDoubled =
                mark == UInt8(ascii: "'") && self[index] == mark && index + 1 < endIndex
                && self[index + 1] == mark
            let isEscape = mark == UInt8(ascii: "\"") && self[index] == UInt8(ascii: "\\")
            if self[index] == mark && !isDoubled { return index }
            index += isDoubled || isEscape ? 2 : 1
        }
        return nil
    }
}

extension ArraySlice<UInt8> {
    /// The index of the bracket or brace that closes the one which comes first; where that is far away, of something
    /// before it.
    fileprivate var closingBracket: Int? {
        var depth = 0
        var index = startIndex
        while index < endIndex {
            guard index - startIndex < 1000 else { return index }
            switch self[index] {
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                // An apostrophe within a word opens nothing.
                let opens = index == startIndex || " \t,[{:".utf8.contains(self[index - 1])
                if opens { index = self[index...].closingQuote ?? index }
            default: break
            }
            if depth == 0 { return index }
            index += 1
        }
        return nil
    }

    /// Whether brackets or braces are open at its end.
    var leavesBracketsOpen: Bool {
        let opened = count { "[{".utf8.contains($0) }, closed = count { "]}".utf8.contains($0) }
        return opened > closed
    }
}
