extension TerminalStyle {
    /// Selects graphic renditions, an empty list meaning 0; false when one of them is unknown.
    mutating func apply(_ parameters: [[Int?]]) -> Bool {
        var isKnown = true
        var rest = (parameters.isEmpty ? [[0]] : parameters)[...]
        while let field = rest.popFirst() {
            let code = (field.first ?? nil) ?? 0
            if code == 38 || code == 48 {
                guard let colour = Self.colour(field, &rest) else { return false }
                if code == 38 { foreground = colour } else { background = colour }
            } else if !apply(code, Array(field.dropFirst())) {
                isKnown = false
            }
        }
        return isKnown
    }

    private mutating func apply(_ code: Int, _ details: [Int?]) -> Bool {
        switch code {
        case 0: self = TerminalStyle()
        case 1: bold = true
        case 2: dim = true
        case 3: italic = true
        case 4: underline = details.first != .some(0)
        case 5, 6: blink = true
        case 7: reverse = true
        case 8: invisible = true
        case 9: struck = true
        case 10, 11, 12: break  // fonts of the Linux console
        case 21: underline = true
        case 22: (bold, dim) = (false, false)
        case 23: italic = false
        case 24: underline = false
        case 25: blink = false
        case 27: reverse = false
        case 28: invisible = false
        case 29: struck = false
        case 30...37: foreground = .indexed(code - 30)
        case 39: foreground = .standard
        case 40...47: background = .indexed(code - 40)
        case 49: background = .standard
        case 90...97: foreground = .indexed(code - 82)
        case 100...107: background = .indexed(code - 92)
        default: return false
        }
        return true
    }

    /// The colour after 38 or 48: in the same field after colons, or else in the fields that follow.
    private static func colour(_ field: [Int?], _ rest: inout ArraySlice<[Int?]>) -> TerminalColour? {
        var numbers = field.dropFirst().map { $0 ?? 0 }
        if numbers.isEmpty {
            let kind = rest.first?.first ?? nil
            let count = kind == 2 ? 4 : 2
            guard rest.count >= count else { return nil }
            numbers = rest.prefix(count).map { ($0.first ?? nil) ?? 0 }
            rest = rest.dropFirst(count)
        }
        guard numbers.allSatisfy((0...255).contains) else { return nil }
        switch (numbers.first, numbers.count) {
        case (5, 2): return .indexed(numbers[1])
        case (2, 4): return .rgb(red: numbers[1], green: numbers[2], blue: numbers[3])
        // With colours written after colons, a colour space comes first.
        case (2, 5...): return .rgb(red: numbers[2], green: numbers[3], blue: numbers[4])
        default: return nil
        }
    }
}
