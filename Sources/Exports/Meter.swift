import Game
import Text

/// How far one of a match's limits was used in the end.
struct Meter: Hashable, Sendable {
    let name: String
    /// From 0 to 1.
    let share: Double
    let text: String
    /// Where there is a floor that it must not fall below, from 0 to 1.
    var floor: Double?

    /// Those of a position, as the screen names them.
    static func all(_ position: Position) -> [Meter] {
        let strains = [("Concept", Side.divergence), ("Data", .training)].map { name, side in
            let strain = position.strain(of: side), limit = position.limit(of: side)
            return Meter(
                name: name, share: ratio(strain.millibits, limit.millibits),
                text: "\(strain) of \(limit) bits, \(strain.credenceText)")
        }
        return strains + drive(position) + clock(position)
    }

    private static func drive(_ position: Position) -> [Meter] {
        let drive = position.drive, floor = position.ruleset.limits.drive
        guard drive.whole > 0 else { return [] }
        let least = floor == 0 ? "" : ", floor \(decimal(floor, places: 1))%"
        return [
            Meter(
                name: "Drive", share: ratio(drive.left, drive.whole),
                text: "\(drive.percent(of: drive.left)) of what makes it useful\(least)",
                floor: floor == 0 ? nil : Double(floor) / 1000)
        ]
    }

    private static func clock(_ position: Position) -> [Meter] {
        let reached = position.horizon.map { "diverges at step \($0), " } ?? ""
        return [
            Meter(
                name: "Clock", share: ratio(position.horizon ?? 0, position.pivotalStep),
                text: "\(reached)pivotal act at step \(position.pivotalStep)")
        ]
    }

    private static func ratio(_ part: Int, _ whole: Int) -> Double {
        whole <= 0 ? 0 : min(1, max(0, Double(part) / Double(whole)))
    }
}
