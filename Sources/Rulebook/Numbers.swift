import Game
import Text

extension Format where Value == Int {
    /// A number as a count of 10^−`decimals`, within a range of such counts that `expected` puts in words.
    static func number(_ expected: String, decimals: Int, in range: ClosedRange<Int>) -> Format {
        let written = Format<(text: String, value: ExactDecimal)>("a number") {
            guard case .plain(let word) = $0 else { return nil }
            return ExactDecimal(word).map { (word, $0) }
        }
        return Format(expected) { item, report in
            guard let (text, value) = written.read(item, report) else { return nil }
            if let count = value.count(places: decimals), range.contains(count) { return count }
            let tooFine = decimals > 0 && value.decimals > decimals
            let precision = tooFine ? " with at most \(decimals) decimals" : ""
            report.error("expected \(expected)\(precision), found \(text.cut)", at: item.place)
            return nil
        }
    }

    static func whole(_ noun: String, from least: Int) -> Format {
        number("a whole number of \(noun) from \(least) to 1,000,000", decimals: 0, in: least...1_000_000)
    }

    /// A share of a limit, in thousandths.
    static var share: Format { number("a share from 0 to 1", decimals: 3, in: 0...1000) }

    static func limit(_ limit: Limit) -> Format {
        let decimals = limit.unit.decimals
        switch limit {
        case .naturalness, .plausibility:
            return number("a number of bits from 0 to 1,000,000", decimals: decimals, in: 0...1_000_000_000)
        case .pivotalAct, .usefulUntil:
            return whole("steps", from: 0)
        case .proposals:
            return whole("proposals", from: 1)
        case .disputes, .coins:
            return whole(limit.rawValue, from: 0)
        case .unlisted:
            return number("a credence above 0 and below 1", decimals: decimals, in: 1...999_999)
        case .doubt:
            return number("a deviation from 0 to 1000", decimals: decimals, in: 0...1_000_000)
        case .whack:
            return number("a share from 0 to 1", decimals: decimals, in: 0...1_000_000)
        }
    }
}

extension Format where Value == ClosedRange<Int> {
    /// Two numbers of one kind, both within the range.
    static func range(_ number: Format<Int>) -> Format {
        let items = Format<[Item]>("a list of two numbers, the lower first") {
            if case .list(let items) = $0 { items } else { nil }
        }
        return Format(items.expected) { item, report in
            guard let ends = items.read(item, report) else { return nil }
            guard ends.count == 2 else {
                report.error("expected \(items.expected), found \(ends.count)", at: item.place)
                return nil
            }
            let low = number.read(ends[0], report)
            let high = number.read(ends[1], report)
            guard let low, let high else { return nil }
            guard low <= high else {
                report.error("the range begins above its end", at: item.place)
                return nil
            }
            return low...high
        }
    }
}

extension Format where Value == Credence {
    static var credence: Format {
        let millionths = Format<Int>.number(
            "a credence above 0 and at most 1", decimals: 6, in: 1...1_000_000)
        return Format(millionths.expected) { item, report in
            millionths.read(item, report).flatMap(Credence.init(millionths:))
        }
    }
}

extension Format where Value == [Limit: Int] {
    /// The limits of a ruleset; or, over those of the house, the ones that a profile changes.
    static func limits(over house: [Limit: Int]? = nil, profile: String? = nil) -> Format {
        table("set of limits") { table in
            var given: [Limit: Int] = [:]
            for limit in Limit.allCases {
                let isRequired = house == nil && limit.standard == nil
                given[limit] =
                    isRequired
                    ? table.required(limit.rawValue, .limit(limit))
                    : table.optional(limit.rawValue, .limit(limit))
            }
            let all = (house ?? [:]).merging(given) { $1 }
            if let act = all[.pivotalAct], let last = all[.usefulUntil], act > last,
                given[.pivotalAct] != nil || given[.usefulUntil] != nil
            {
                table.report.error(
                    "pivotal_act \(act) is above useful_until \(last)\(profile.underProfile)",
                    at: table.place(of: "pivotal_act", "useful_until"))
            }
            return given
        }
    }
}
