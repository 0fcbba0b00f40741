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
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
    ],
    targets: [
        room("Engine"),
        room("Rulebook", imports: ["Engine", .product(name: "Yams", package: "Yams")]),
        room("Solver", imports: ["Engine"]),
        room(
            "Bots", imports: ["Engine", "Solver", .product(name: "Subprocess", package: "swift-subprocess")],
            besides: ["ENGINES.md"]),
        room("Lab", imports: ["Engine", "Solver", "Bots"]),
        room("Archive", imports: ["Engine", "Rulebook"]),
        room("Screens", imports: ["Engine", "Archive", "Solver", "Bots"]),
        .target(
            name: "CNcurses",
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        room("Curses", imports: ["Screens", "CNcurses"]),
        .executableTarget(
            name: "credulity",
            dependencies: [
                "Engine", "Rulebook", "Solver", "Bots", "Lab", "Archive", "Screens", "Curses",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["credulity.1"], swiftSettings: house),
        .target(
            name: "TestSupport", dependencies: ["Engine"], path: "Tests/TestSupport", swiftSettings: house),
        tests("EngineTests", of: ["Engine", "Rulebook"], besides: ["Perft", "Order", "Playthroughs"]),
        tests(
            "ScreensTests", of: ["Screens", "Archive", "Bots", "Solver", "Engine", "Rulebook"], besides: ["Goldens"]),
        .target(name: "CPty", path: "Tests/CPty", cSettings: [.enableWarning("all"), .treatAllWarnings(as: .error)]),
        .target(
            name: "TerminalTesting", dependencies: ["CPty"], path: "Tests/TerminalTesting", swiftSettings: house),
        tests("BotsTests", of: ["Bots", "Engine", "Lab", "Rulebook", "Solver"]),
        tests("RulesetTests", of: ["Engine", "Rulebook", "Bots", "Solver"]),
        tests("TerminalTestingTests", of: ["TerminalTesting"], besides: ["cursesdraw.py"]),
        tests(
            "GameTests", of: ["credulity", "TerminalTesting", "Engine", "Archive", "Rulebook", "Bots"],
            besides: ["Engines"]),
        tests("RulebookTests", of: ["Rulebook", "Engine", "Bots"], besides: ["Bad", "Documents"]),
        tests("SolverTests", of: ["Engine", "Solver"], besides: ["signature.txt"]),
        tests("ArchiveTests", of: ["Archive", "Rulebook", "Engine"], besides: ["Damage.txt", "Released"]),
    ]
)
