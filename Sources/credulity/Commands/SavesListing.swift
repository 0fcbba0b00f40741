import Game
import Play
import Screens
import Text

/// Saved matches as a table, as JSON or as CSV.
struct SavesListing {
    /// A file and its number in the whole list.
    struct Row {
        let number: Int
        let file: SavedFile
    }

    private let rows: [Row]

    init(_ rows: [Row]) {
        self.rows = rows
    }

    /// A line a match under a heading, as on the screen.
    ///
    /// - Parameter columns: what a line may take; `nil`: whatever it needs.
    func table(columns: Int?) -> [String] {
        let digits = max(2, String(rows.map(\.number).max() ?? 0).count)
        let list = SavesColumns(width: columns.map { $0 - digits - 8 } ?? 200)
        func line(_ number: String, _ id: String, _ text: String) -> String {
            let line = "\(number.flushed(digits)) \(id.padded(6)) \(text)".madePlain
            return columns.map(line.clipped) ?? line
        }
        return [line("#", "id", list.title)]
            + rows.map { line(String($0.number), $0.file.match?.shortID ?? "", list.text(of: $0.file)) }
    }

    /// One list, a line a match.
    var json: String {
        guard !rows.isEmpty else { return "[]" }
        let lines = rows.map { JSON.object($0.members.map { $0 as JSON.Member? }).line.terminalSafe }
        return "[\n" + lines.joined(separator: ",\n") + "\n]"
    }

    /// A heading, and a line a match. Source: RFC 4180.
    var csv: String {
        let lines = rows.map { $0.members.flatMap(SavesListing.fields) }
        let heading = Row.example.members.flatMap(SavesListing.fields).map(\.name)
        let cells = [heading] + lines.map { $0.map(\.value) }
        return Text.csv(cells.map { $0.map(\.madePlain) }, lineEnd: "\r\n")
    }

    /// What is nested has columns of its own.
    private static func fields(_ member: JSON.Member) -> [(name: String, value: String)] {
        switch member.value {
        case .null: [(member.key, "")]
        case .text(let text), .number(let text): [(member.key, text)]
        case .flag(let flag): [(member.key, String(flag))]
        case .list(let items): [(member.key, items.flatMap { fields(("", $0)).map(\.value) }.joined(separator: " "))]
        case .object(let members):
            members.compactMap(\.self).flatMap(fields).map { (member.key + "." + $0.name, $0.value) }
        }
    }

    /// What there is to say of a match above all that happened in it.
    static func summary(_ record: MatchRecord, path: String, damage: Damage?, _ listed: SavedMatch?) -> [String] {
        let header = record.header
        let match = SavedMatch(
            summaryOf: record, path: path, lastPlayed: header.date, localTime: header.date, damage: damage)
        let outcome = damage.map { "broken, \($0)" } ?? SavesColumns.outcome(match)
        return [
            fileName(path),
            "Match \(header.id), begun \(header.date)" + (listed.map { ", last played \($0.localTime)" } ?? ""),
            "\(SavesColumns.names(match)): \(outcome); \(counted(match.plies, "ply", "plies"))", match.terms,
            listed?.copy?.description,
        ].compactMap(\.self)
    }
}

extension SavesListing.Row {
    fileprivate var members: [JSON.Member] {
        let match = file.match, header = match?.header
        func side<Value>(_ pair: BySide<Value>?, _ write: (Value) -> JSON) -> JSON {
            .object(Side.allCases.map { side in (side.rawValue, pair.map { write($0[side]) } ?? .null) })
        }
        return [
            ("number", .number(number)), ("id", text(header?.id)), ("file", .text(fileName(file.path))),
            ("state", .text(file.state.rawValue)), ("begun", text(header?.date)), ("played", .text(file.lastPlayed)),
            ("local", .text(file.localTime)), ("ruleset", text(header?.ruleset)), ("profile", text(header?.profile)),
            ("mode", text(header?.mode.rawValue)), ("limit", number(match?.limit.millibits)),
            ("bids", side(header?.bids) { .number($0.millibits) }), ("names", side(header?.players) { .text($0.name) }),
            ("seats", side(header?.players) { .text($0.seat) }), ("judge", text(header?.judge)),
            ("leg", number(header?.leg?.number)), ("plies", number(match?.plies)),
            ("winner", text(match?.verdict?.winner?.rawValue)), ("grade", text(match?.verdict?.grade?.rawValue)),
            ("reasons", .list(match?.verdict?.reasons.map { .text($0.reason) } ?? [])),
            ("copy", number(match?.copy?.number)), ("copies", number(match?.copy?.count)),
            ("line", number(file.damage?.line)), ("problem", text(file.damage?.reason)),
        ]
    }

    private func text(_ text: String?) -> JSON { text.map(JSON.text) ?? .null }

    private func number(_ number: Int?) -> JSON { number.map { .number($0) } ?? .null }

    /// A row with every member.
    fileprivate static let example = SavesListing.Row(
        number: 0, file: SavedFile(path: "", damage: Damage(line: nil, reason: ""), lastWritten: "", localTime: ""))
}

extension String {
    /// JSON in which nothing stands that a terminal would obey or hide.
    fileprivate var terminalSafe: String {
        guard !isPlainText else { return self }
        return unicodeScalars.reduce(into: "") { text, scalar in
            guard !scalar.isPlain else { return text.unicodeScalars.append(scalar) }
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
    }
}
