import Archive
import Foundation
import FoundationXML
import Game
import Play
import TestSupport
import Testing
import Text

@testable import Screens

/// A picture of a screen in a document, drawn anew with the goldens.
struct Picture: Sendable, CustomTestStringConvertible {
    static let folder = Fixtures.root + "/../Sources/Screens/Pictures"

    let name: String
    let title: String
    let grid: @Sendable () throws -> Grid

    var testDescription: String { name }
    var path: String { "\(Self.folder)/\(name).svg" }

    static let all = [
        Picture(name: "match", title: "A match: Ben is to answer what Nate said last") {
            let sample = try sampleMatch()
            var players = sample.header.players
            players.training = Player(name: "Ben")
            let setup = Setup(ruleset: sample.ruleset, profile: nil, mode: .hard, players: players)
            return Theatre(try Theatre.record(setup, Array(sample.log.prefix(5))), size: size).grid
        },
        Picture(name: "review", title: "A match that is over, move by move") {
            var theatre = try Theatre(size: size)
            let sample = try sampleMatch()
            theatre.opens = sample
            theatre.saved = [Theatre.saved(sample, at: "/saves/match.jsonl")]
            theatre.choose("Saved matches")
            theatre.press(.enter, .right, .right, .right, .right, .right)
            return theatre.grid
        },
    ]

    private static let size = Size(columns: 100, rows: 30)

    private static func sampleMatch() throws -> MatchRecord {
        try MatchFile(reading: Fixtures.root + "/../Saves/sample-hard.jsonl").record
    }
}

@Suite("A picture of a screen")
struct PictureTests {
    @Test("is what the screen shows now, in a small file", arguments: Picture.all)
    func golden(picture: Picture) throws {
        let svg = GridPicture(try picture.grid(), title: picture.title).svg
        #expect(svg.utf8.count < 40_000 && svg.isPlainText)
        try Golden(picture.path).expect(svg)
    }

    @Test("is in the README, and no other is kept")
    func shown() throws {
        let readme = String(decoding: try Fixtures.bytes(Fixtures.root + "/../README.md"), as: UTF8.self)
        for picture in Picture.all { #expect(readme.contains("](Sources/Screens/Pictures/\(picture.name).svg)")) }
        #expect(Fixtures.names(in: Picture.folder, endingIn: ".svg") == Picture.all.map { $0.name }.sorted())
    }

    @Test("has every cell in its place", arguments: Picture.all)
    func cells(picture: Picture) throws {
        let grid = try picture.grid()
        #expect(try Drawn(GridPicture(grid, title: picture.title).svg, rows: grid.size.rows).texts == grid.rowTexts)
    }

    @Test("has every cell in its place, whatever was typed", arguments: 0..<50 as Range<UInt64>)
    func anything(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var grid = Grid(size: Size(columns: 30, rows: 6), look: Look(unicode: true, color: true))
        let characters: [Character] = [
            "a", " ", " ", "<", ">", "&", "\"", "'", "]", "王", "é", "e\u{301}", "👩\u{200D}💻", "\u{1B}", "\u{202E}",
            "\0",
        ]
        for row in 0..<grid.size.rows {
            let text = String((0..<24).map { _ in characters.randomElement(using: &random) ?? "a" })
            grid.put(text, row: row, column: Int.random(in: 0..<10, using: &random))
            for _ in 0..<3 {
                let start = Int.random(in: 0..<30, using: &random)
                let style = Style.allCases.randomElement(using: &random) ?? .plain
                grid.restyle(row: row, columns: start..<(start + 6), as: style)
            }
        }
        let svg = GridPicture(grid, title: "\"<&>]]>").svg
        #expect(try Drawn(svg, rows: 6).texts == grid.rowTexts, "seed \(seed)")
        #expect(svg.isPlainText, "seed \(seed)")
    }
}

/// What a picture shows, read back from it.
private final class Drawn: NSObject, XMLParserDelegate {
    private var rows: [[Int: String]]
    private var place: (row: Int, column: Int, columns: Int)?
    private var text = ""

    init(_ svg: String, rows: Int) throws {
        self.rows = Array(repeating: [:], count: rows)
        super.init()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = self
        let isWellFormed = parser.parse()
        try #require(isWellFormed, "\(parser.parserError.map { "\($0)" } ?? "")")
    }

    /// The rows, trailing blanks cut off.
    var texts: [String] {
        rows.map { runs in
            var line = ""
            var end = 0
            for (column, text) in runs.sorted(by: { $0.key < $1.key }) {
                line += String(repeating: " ", count: column - end) + text
                end = column + text.columns
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        guard name == "text", let x = Int(attributes["x"] ?? ""), let y = Int(attributes["y"] ?? "") else { return }
        place = ((y - 28) / 19, (x - 14) / 9, (Int(attributes["textLength"] ?? "") ?? 0) / 9)
        text = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        text += string
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        guard name == "text", let place else { return }
        #expect(text.columns == place.columns)
        rows[place.row][place.column] = text
    }
}
