import Foundation
import Testing

/// The arrows of CONTRIBUTING.md: which room may import which.
@Suite("Arrows of import")
struct ImportRuleTests {
    private struct Room {
        let imports: Set<String>
        var system: Set<String> = [
            "Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization",
        ]
    }

    private static let rooms: [String: Room] = [
        "Text": Room(imports: [], system: []),
        "Game": Room(imports: ["Text"], system: ["Glibc", "Darwin", "Musl"]),
        "Rulebook": Room(imports: ["Text", "Game", "Yams", "SystemPackage"]),
        "Solver": Room(imports: ["Text", "Game"]),
        "Ensemble": Room(imports: ["Text", "Game"]),
        "Bots": Room(imports: ["Text", "Game", "Solver", "Subprocess", "SystemPackage"]),
        "Play": Room(imports: ["Text", "Game", "Solver", "Bots"], system: []),
        "Archive": Room(imports: ["Text", "Game", "Rulebook", "Bots", "Play", "SystemPackage"]),
        "Review": Room(imports: ["Text", "Game", "Solver", "Ensemble", "Bots", "Play"], system: []),
        "Exports": Room(
            imports: ["Text", "Game", "Solver", "Play", "Archive", "Review", "Mustache"], system: []),
        "Lab": Room(imports: ["Text", "Game", "Solver", "Bots", "Play"]),
        "Screens": Room(imports: belowScreens, system: []),
        "Curses": Room(imports: ["Text", "Screens", "CNcurses"]),
        "CNcurses": Room(imports: [], system: []),
        "CEngines": Room(imports: [], system: []),
        "credulity": Room(
            imports: belowScreens.union([
                "Rulebook", "Archive", "Exports", "Lab", "Screens", "Curses", "CEngines", "ArgumentParser",
                "SystemPackage",
            ])),
    ]

    private static let belowScreens: Set = [
        "Text", "Game", "Solver", "Ensemble", "Bots", "Play", "Review",
    ]

    private static let package = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test("lead out of every file only where the room may look")
    func files() throws {
        let sources = Self.package.appending(path: "Sources")
        let folders = try FileManager.default.contentsOfDirectory(atPath: sources.path)
            .filter { !$0.hasPrefix(".") }
        #expect(folders.contains("Game"))
        for folder in folders.sorted() {
            guard let room = Self.rooms[folder] else {
                Issue.record("Sources/\(folder) is not a room of CONTRIBUTING.md")
                continue
            }
            let walk = FileManager.default.enumerator(atPath: sources.appending(path: folder).path)
            for case let path as String in walk ?? .init() where path.hasSuffix(".swift") {
                let text = try String(
                    contentsOf: sources.appending(path: "\(folder)/\(path)"), encoding: .utf8)
                let stray = imports(of: text).subtracting(room.imports).subtracting(room.system)
                #expect(stray.isEmpty, "Sources/\(folder)/\(path) imports \(stray.sorted())")
            }
        }
    }

    @Test("lead out of every target of the manifest only where the room may look")
    func manifest() throws {
        let text = try String(contentsOf: Self.package.appending(path: "Package.swift"), encoding: .utf8)
        let targets = targets(of: text)
        #expect(targets["Game"] == ["Text"])
        for (name, dependencies) in targets.sorted(by: { $0.key < $1.key }) {
            guard let room = Self.rooms[name] else { continue }
            let stray = dependencies.subtracting(room.imports)
            #expect(stray.isEmpty, "target \(name) depends on \(stray.sorted())")
        }
    }

    @Test("are found however they are written")
    func parsing() {
        let text = """
            import A
            public import B.Part
            @preconcurrency import struct C.Thing
                internal import D  // why
            // import E
            @testable import F
            let text = "import G"
            """
        #expect(imports(of: text) == ["A", "B", "C", "D", "F"])
        let manifest = """
            room("Game"),
            room("Rulebook", imports: ["Game", .product(name: "Yams", package: "Yams")]),
            .executableTarget(name: "credulity", dependencies: ["Screens"], swiftSettings: strict),
            tests("GameTests", of: ["Game"]),
            """
        #expect(
            targets(of: manifest) == [
                "Game": [], "Rulebook": ["Game", "Yams"], "credulity": ["Screens"],
            ])
    }

    private func imports(of text: String) -> Set<String> {
        let statement =
            /^\s*(?:@\w+\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)/
        let lines = text.split(separator: "\n")
        return Set(lines.compactMap { try? statement.firstMatch(in: $0)?.1 }.map(String.init))
    }

    /// The targets that a manifest declares as `room` or `executableTarget`, each with what it depends on.
    private func targets(of manifest: String) -> [String: Set<String>] {
        let declaration =
            /(?:\broom\(|\.(?:executableT|t)arget\(\s*name:)\s*"(\w+)"(?:,\s*(?:imports|dependencies):\s*\[((?:[^\[\]])*)\])?/
        var targets: [String: Set<String>] = [:]
        for found in manifest.matches(of: declaration) {
            let list = (found.2 ?? "").replacing(/package:\s*"[^"]*"/, with: "")
            targets[String(found.1)] = Set(list.matches(of: /"(\w+)"/).map { String($0.1) })
        }
        return targets
    }
}
