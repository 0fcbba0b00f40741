import Game
import Text

extension Format where Value == Int {
    /// A number as a count of 10^−`decimals`, within a range of such counts that `expected` puts in words.
    static func number(_ expected: String, decimals: Int, in range: ClosedRange<Int>) -> Format {
        let written = Format<(text: String, value: ExactDecimal)>("a number") {
            guard case .plain(let word) = $0 else { return nil }
            return ExactDecimal(word).map { (word, $0) }
        }
        return written.then { written, place, report in
            let (text, value) = written
            if let count = value.count(places: decimals), range.contains(count) { return count }
            let tooFine = decimals > 0 && value.decimals > decimals
            let precision = tooFine ? " with at most \(decimals) decimals" : ""
            report.error("expected \(expected)\(precision), found \(text.cut)", at: place)
            return nil
        }
    }

    static func whole(_ noun: String, from least: Int) -> Format {
        number("a whole number of \(noun) from \(least) to 1,000,000", decimals: 0, in: least...1_000_000)
    }

    /// In millibits.
    static var bits: Format { number("a number of bits from 0 to 1,000,000", decimals: 3, in: 0...1_000_000_000) }

    /// A share of a limit, in thousandths.
    static var share: Format { number("a share from 0 to 1", decimals: 3, in: 0...1000) }

    static func limit(_ limit: Limit) -> Format {
        let decimals = limit.unit.decimals
        switch limit {
        case .naturalness, .plausibility:
            return bits
        case .pivotalAct, .pushes:
            return whole("steps", from: 0)
        case .drive:
            return number("a share from 0 to 1", decimals: decimals, in: 0...1000)
        case .additions:
            return whole("features", from: 0)
        case .proposals:
            return whole("proposals", from: 1)
        case .disputes, .coins:
            return whole(limit.rawValue, from: 0)
        case .unlisted:
            return number("a credence above 0 and below 1", decimals: decimals, in: 1...999_999)
        case .whack:
            return number("a share from 0 to 1", decimals: decimals, in: 0...1_000_000)
        }
    }
}

extension Format where Value == ClosedRange<Int> {
    /// Two numbers of one kind, both within the range.
    static func range(_ number: Format<Int>) -> Format {
        let expected = "a list of two numbers, the lower first"
        return Format<[YAMLNode]>.nodes(expected).then { ends, place, report in
            guard ends.count == 2 else {
                report.error("expected \(expected), found \(ends.count)", at: place)
                return nil
            }
            let low = number.read(ends[0], report)
            let high = number.read(ends[1], report)
            guard let low, let high else { return nil }
            guard low <= high else {
                report.error("the range begins above its end", at: place)
                return nil
            }
            return low...high
        }
    }
}

extension Format where Value == Credence {
    static var credence: Format {
        Format<Int>.number("a credence above 0 and at most 1", decimals: 6, in: 1...1_000_000)
            .map(Credence.init(millionths:))
    }
}
