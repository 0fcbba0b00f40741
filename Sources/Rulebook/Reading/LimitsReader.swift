import Game

extension Format where Value == [Limit: Int] {
    /// The limits of a ruleset; or, over those of the house, the ones that a profile changes.
    static func limits(over house: [Limit: Int]? = nil, profile: String? = nil) -> Format {
        mapping("set of limits") { mapping in
            var given: [Limit: Int] = [:]
            for limit in Limit.allCases {
                let isRequired = house == nil && limit.standard == nil
                given[limit] =
                    isRequired
                    ? mapping.required(limit.rawValue, .limit(limit))
                    : mapping.optional(limit.rawValue, .limit(limit))
            }
            let all = (house ?? [:]).merging(given) { $1 }
            if let act = all[.pivotalAct], let last = all[.usefulUntil], act > last,
                given[.pivotalAct] != nil || given[.usefulUntil] != nil
            {
                mapping.report.error(
                    "pivotal_act \(act) is above useful_until \(last)\(profile.underProfile)",
                    at: mapping.place(of: "pivotal_act", "useful_until"))
            }
            return given
        }
    }
}
