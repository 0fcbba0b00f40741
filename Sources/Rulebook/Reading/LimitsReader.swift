import Game

extension Format where Value == [Limit: Int] {
    /// The limits of a ruleset; or, over those of the house, the ones that a profile changes.
    static func limits(over house: [Limit: Int]? = nil) -> Format {
        mapping("set of limits") { mapping in
            var given: [Limit: Int] = [:]
            for limit in Limit.allCases {
                let isRequired = house == nil && limit.standard == nil
                given[limit] =
                    isRequired
                    ? mapping.required(limit.rawValue, .limit(limit))
                    : mapping.optional(limit.rawValue, .limit(limit))
            }
            return given
        }
    }
}
