// swift-tools-version: 6.2
import PackageDescription

/// Every room compiles under the same rules: no warning survives, no import leaks.
let house: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room: a library target under `Sources`, which may import only the rooms it names.
func room(_ name: String, imports: [Target.Dependency] = [], besides files: [String] = []) -> Target {
    .target(name: name, dependencies: imports, exclude: files, swiftSettings: house)
}

/// The tests of a room, or of several together.
func tests(
    _ name: String, of imports: [Target.Dependency], besides files: [String] = [], resources: [Resource] = []
) -> Target {
    .testTarget(
        name: name, dependencies: imports + ["TestSupport"], exclude: files, resources: resources,
        swiftSettings: house)
}

let package = Package(
    name: "credulity",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
    ],
    targets: [
        room("Text"),
        room("Game", imports: ["Text"]),
        room("Rulebook", imports: ["Text", "Game", .product(name: "Yams", package: "Yams")]),
        room("Solver", imports: ["Game"]),
        room(
            "Bots",
            imports: [
                "Text", "Game", "Solver", .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            besides: ["ENGINES.md"]),
        room("Lab", imports: ["Game", "Solver", "Bots"]),
        room(
            "Archive",
            imports: ["Text", "Game", "Rulebook", .product(name: "SystemPackage", package: "swift-system")]),
        room("Screens", imports: ["Text", "Game", "Archive", "Solver", "Bots"]),
        .target(
            name: "CNcurses",
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        room("Curses", imports: ["Screens", "CNcurses"]),
        .executableTarget(
            name: "credulity",
            dependencies: [
                "Text", "Game", "Rulebook", "Solver", "Bots", "Lab", "Archive", "Screens", "Curses",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            exclude: ["credulity.1"], swiftSettings: house),
        .target(
            name: "TestSupport", dependencies: ["Game"], path: "Tests/TestSupport", swiftSettings: house),
        tests("GameTests", of: ["Text", "Game", "Rulebook"], besides: ["Perft", "Order", "Playthroughs"]),
        tests(
            "ScreensTests", of: ["Text", "Screens", "Archive", "Bots", "Solver", "Game", "Rulebook"],
            besides: ["Goldens"]),
        .target(name: "CPty", path: "Tests/CPty", cSettings: [.enableWarning("all"), .treatAllWarnings(as: .error)]),
        .target(
            name: "TerminalTesting", dependencies: ["CPty"], path: "Tests/TerminalTesting", swiftSettings: house),
        tests("BotsTests", of: ["Text", "Bots", "Game", "Lab", "Rulebook", "Solver"]),
        tests("RulesetTests", of: ["Text", "Game", "Rulebook", "Bots", "Solver"]),
        tests("TerminalTestingTests", of: ["TerminalTesting"], besides: ["cursesdraw.py"]),
        tests(
            "ProgramTests", of: ["Text", "credulity", "TerminalTesting", "Game", "Archive", "Rulebook", "Bots"],
            besides: ["Engines"]),
        tests("RulebookTests", of: ["Text", "Rulebook", "Game", "Bots"], besides: ["Bad", "Documents"]),
        tests("SolverTests", of: ["Game", "Solver"], besides: ["signature.txt"]),
        tests(
            "ArchiveTests",
            of: ["Text", "Archive", "Rulebook", "Game", .product(name: "SystemPackage", package: "swift-system")],
            besides: ["Damage.txt", "Released"]),
    ]
)
