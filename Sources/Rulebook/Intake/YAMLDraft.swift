import Text

/// A text that the parser stumbled over, line by line: what it stumbles over can be replaced, so that it may go on.
///
/// What is replaced keeps its length in characters, so that all else stays where it is.
struct YAMLDraft {
    private var lines: [[UInt8]]
    /// Lines in which something was replaced, each from 0, and how often.
    private var mended: [Int: Int] = [:]
    /// Lines, from 0, whose indentation was a guess.
    private var tabbed: [Int] = []
    /// Whether what is left still has the shape of the whole.
    private(set) var isSound = true
    private var renamed = 0
    /// Lines, from the start, in which no quotation is at fault.
    private var quoted = 0

    /// Stands for what was replaced; no text holds it, for it is not plain.
    static let marker: Unicode.Scalar = "\u{E000}"

    init(_ text: [UInt8]) {
        lines = [[]]
        for (index, byte) in text.enumerated() {
            if byte == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A { continue }
            if byte.endsLine { lines.append([]) } else { lines[lines.count - 1].append(byte) }
        }
    }

    var text: [UInt8] { Array(lines.joined(separator: [0x0A])) }

    /// Replaces what an error is about.
    ///
    /// - Returns: what to say of it and where; no message where that has been said. `nil`: it cannot be replaced.
    mutating func mend(_ error: YAMLProblem) -> (message: String?, place: Place)? {
        if !error.duplicates.isEmpty { return mendDuplicate(error) }
        let line = error.place.line - 1
        guard !error.isFinal, lines.indices.contains(line), !tabbed.contains(line) else { return nil }
        if lines[line].isIndentedByTab { return mendTabs() }
        if let quotation = badQuotation(upTo: line) {
            return mend(quotation.slot, on: quotation.line, quotation.advice)
        }
        if let opening = unclosed(error) { return mendUnclosed(opening, before: line) }
        guard let (line, slot) = culprit(on: line, at: error.place.column) else { return mendLine(line, error) }
        let goesOn = line < error.place.line - 1
        return mend(slot, on: line, YAMLAdvice(slot, on: lines[line], goesOn: goesOn), error)
    }

    /// Replaces a value, or all that is in its braces where that has been tried.
    private mutating func mend(
        _ slot: YAMLSlot, on line: Int, _ advice: YAMLAdvice?, _ error: YAMLProblem? = nil
    ) -> (message: String?, place: Place)? {
        let tries = mended[line, default: 0]
        guard tries < 2 else { return nil }
        let place = advice.map { Place(line: line + 1, column: lines[line].column(of: $0.offset)) }
        mended[line] = tries + 1
        // A colon may be that of a key whose comma is missing.
        let isWhole = slot.isInBraces && !lines[line][slot.value].contains(UInt8(ascii: ":"))
        if tries == 0 && isWhole {
            replace(slot.value, on: line)
        } else {
            replaceAll(on: line)
        }
        guard tries == 0 else { return (nil, .start) }
        return (advice?.message ?? error?.message, place ?? error?.place ?? .start)
    }

    /// Empties a line that has no key, or none that can be made out.
    private mutating func mendLine(_ line: Int, _ error: YAMLProblem) -> (message: String?, place: Place)? {
        guard mended[line] == nil, !content(of: line).isEmpty else { return nil }
        mended[line] = 1
        isSound = false
        lines[line] = []
        return (error.message, error.place)
    }

    /// Whether the fault on a line, from 1, has been told.
    func isTold(_ line: Int) -> Bool {
        mended[line - 1] != nil || tabbed.contains(line - 1)
    }

    /// Replaces the value of a line, or the item of a list, with all that belongs to it on further lines.
    private mutating func replaceAll(on line: Int) {
        replace(YAMLSlot.all(in: lines[line]).first { !$0.isInBraces }?.value ?? content(of: line), on: line)
        clearLines(below: line)
    }

    private func content(of line: Int) -> Range<Int> {
        YAMLSlot.contentStart(of: lines[line])..<lines[line].count
    }

    private mutating func replace(_ range: Range<Int>, on line: Int) {
        let count = max(lines[line][range].count { !$0.isContinuation }, 1)
        let marker = Array(String(YAMLDraft.marker).utf8)
        lines[line].replaceSubrange(range, with: (0..<count).flatMap { _ in marker })
    }

    /// Empties the lines that are indented more than the content of this one.
    private mutating func clearLines(below line: Int) {
        let indentation = YAMLSlot.contentStart(of: lines[line])
        for next in lines[(line + 1)...].indices {
            let start = lines[next].firstIndex { !$0.isBlank } ?? lines[next].count
            guard start > indentation || start == lines[next].count else { return }
            lines[next] = []
        }
    }
}

// Where the fault is.
extension YAMLDraft {
    /// The key whose value is at fault: on the line of the error, or above it where that goes on with a value.
    private func culprit(on line: Int, at column: Int) -> (line: Int, slot: YAMLSlot)? {
        let slots = YAMLSlot.all(in: lines[line])
        if !slots.isEmpty {
            let offset = lines[line].offset(of: column)
            let before = slots.filter { $0.key.lowerBound <= offset && !lines[line][$0.value].isMarker }
            let odd = before.last { YAMLAdvice($0, on: lines[line]) != nil }
            return (odd ?? before.last { !$0.value.isEmpty }).map { (line, $0) }
        }
        let indentation = lines[line].indentation
        for above in lines[..<line].indices.reversed() {
            guard let slot = YAMLSlot.all(in: lines[above]).first else { continue }
            guard slot.key.lowerBound < indentation, !slot.value.isEmpty else { return nil }
            return lines[above][slot.value].isMarker ? nil : (above, slot)
        }
        return nil
    }

    /// The first quotation that is not closed as it should be.
    private mutating func badQuotation(upTo last: Int) -> (line: Int, slot: YAMLSlot, advice: YAMLAdvice)? {
        var line = quoted
        defer { quoted = min(line, last) }
        while line <= last {
            defer { line += 1 }
            for slot in YAMLSlot.all(in: lines[line]) {
                let value = lines[line][slot.value]
                guard let mark = value.first, mark == UInt8(ascii: "'") || mark == UInt8(ascii: "\"") else { continue }
                guard value.closingQuote == nil else { continue }
                let end = closing(of: slot, on: line)
                if end.isGood {
                    line = max(line, end.line - 1)
                    break
                }
                let advice = YAMLAdvice.quotation(mark, from: slot.value.lowerBound, endingIn: end.line)
                return (line, slot, advice)
            }
        }
        return nil
    }

    /// The line, from 1, in which a quotation is closed that goes on for several, 0 for none; and whether what
    /// follows there can follow.
    private func closing(of slot: YAMLSlot, on first: Int) -> (line: Int, isGood: Bool) {
        let mark = lines[first][slot.value.lowerBound]
        for line in lines.indices.dropFirst(first + 1) {
            let text = ([mark] + lines[line])[...]
            guard let close = text.closingQuote else { continue }
            let rest = text[(close + 1)...].drop(while: \.isBlank)
            return (line + 1, rest.first.map { ",]}#".utf8.contains($0) } ?? true)
        }
        return (0, false)
    }
}

// Faults that are not those of one value.
extension YAMLDraft {
    /// Where braces begin that are still open on a line that cannot be inside them.
    private func unclosed(_ error: YAMLProblem) -> Place? {
        guard let opening = error.opening else { return nil }
        let last = error.place.line - 1
        var first = opening.line - 1
        if first == last {
            // The parser tells where the part begins that it could not read, not the whole.
            let above = lines[..<last].lastIndex { !$0.isEmpty }
            guard let above, lines[above][..<(lines[above].commentMark ?? lines[above].count)].leavesBracketsOpen
            else { return nil }
            first = above
        }
        guard lines[last].indentation <= lines[first].indentation else { return nil }
        return first == opening.line - 1 ? opening : Place(line: first + 1, column: 1)
    }

    private mutating func mendUnclosed(_ opening: Place, before line: Int) -> (message: String?, place: Place)? {
        let first = opening.line - 1
        guard mended[first, default: 0] < 2 else { return nil }
        let isTold = mended[first] != nil
        var (message, place) = ("not YAML: what opens here is never closed", opening)
        for line in first..<line {
            guard let hash = lines[line].commentMark else { continue }
            message = "not YAML: what follows is a comment, so that the braces are never closed; \(YAMLAdvice.remedy)"
            place = Place(line: line + 1, column: lines[line].column(of: hash))
            break
        }
        mended[first] = 2
        replaceAll(on: first)
        return (isTold ? nil : message, place)
    }

    private mutating func mendTabs() -> (message: String?, place: Place)? {
        tabbed = lines.indices.filter { lines[$0].isIndentedByTab }
        for line in tabbed {
            let indentation = lines[line].prefix { $0.isBlank }
            lines[line].replaceSubrange(
                indentation.indices, with: indentation.flatMap { $0 == 0x09 ? [0x20, 0x20] : [$0] })
        }
        let others = tabbed.count - 1
        let scope = others == 0 ? "" : ", here and in \(counted(others, "more line"))"
        return ("not YAML: a tab cannot indent; use blanks\(scope)", Place(line: tabbed[0] + 1, column: 1))
    }

    /// Renames a key that was given before.
    private mutating func mendDuplicate(_ error: YAMLProblem) -> (message: String?, place: Place)? {
        let first = error.place.line - 1
        guard let name = error.duplicates.first, lines.indices.contains(first) else { return nil }
        let offset = lines[first].offset(of: error.place.column)
        for line in lines[first...].indices {
            let slots = YAMLSlot.all(in: lines[line]).filter {
                String(decoding: lines[line][$0.key], as: UTF8.self) == name
                    && (line > first || $0.key.lowerBound > offset)
            }
            guard let slot = slots.first(where: { line == first || $0.key.lowerBound == offset }) else { continue }
            let place = Place(line: line + 1, column: lines[line].column(of: slot.key.lowerBound))
            rename(slot.key, on: line)
            return ("\(name.quoted) is given more than once in one mapping", place)
        }
        return nil
    }

    /// Gives a key a name that no other has.
    private mutating func rename(_ key: Range<Int>, on line: Int) {
        renamed += 1
        let number = String(renamed)
        let count = lines[line][key].count { !$0.isContinuation }
        let name = String(String.UnicodeScalarView((0..<max(count - number.count, 1)).map { _ in YAMLDraft.marker }))
        lines[line].replaceSubrange(key, with: (name + number).utf8)
    }
}

extension [UInt8] {
    /// How many blanks and tabs come first.
    fileprivate var indentation: Int { firstIndex { !$0.isBlank } ?? 0 }

    /// Where a comment begins behind something else.
    fileprivate var commentMark: Int? {
        indices.dropFirst().first { self[$0] == UInt8(ascii: "#") && self[$0 - 1].isBlank }
    }

    /// Whether a tab stands before the content of the line.
    fileprivate var isIndentedByTab: Bool {
        let indentation = prefix { $0.isBlank }
        return indentation.contains(0x09) && indentation.count < count
    }

    /// The column of a byte, in characters from 1.
    fileprivate func column(of offset: Int) -> Int {
        self[..<offset].count { !$0.isContinuation } + 1
    }

    /// The byte at a column, or the end.
    fileprivate func offset(of column: Int) -> Int {
        let starts = indices.filter { !self[$0].isContinuation }
        return column - 1 < starts.count ? starts[column - 1] : count
    }
}

extension ArraySlice<UInt8> {
    /// Whether it was put there in place of something.
    fileprivate var isMarker: Bool {
        starts(with: String(YAMLDraft.marker).utf8)
    }
}
