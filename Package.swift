// swift-tools-version: 6.2
import PackageDescription

/// Every room compiles under the same rules: no warning survives, no import leaks.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room: a library target under `Sources`, which may import only the rooms it names.
func room(
    _ name: String, imports: [Target.Dependency] = [], besides files: [String] = [], resources: [Resource] = []
) -> Target {
    .target(name: name, dependencies: imports, exclude: files, resources: resources, swiftSettings: strict)
}

/// The tests of a room, or of several together.
func tests(
    _ name: String, of imports: [Target.Dependency], besides files: [String] = [], resources: [Resource] = []
) -> Target {
    .testTarget(
        name: name, dependencies: imports + ["TestSupport"], exclude: files, resources: resources,
        swiftSettings: strict)
}

let package = Package(
    name: "credulity",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
    ],
    targets: [
        room("Text"),
        room("Game", imports: ["Text"]),
        room(
            "Rulebook",
            imports: [
                "Text", "Game", .product(name: "Yams", package: "Yams"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            resources: [.embedInCode("Writing/template.yaml")]),
        room("Solver", imports: ["Game"]),
        room("Ensemble", imports: ["Game"]),
        room(
            "Bots",
            imports: [
                "Text", "Game", "Solver", .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            besides: ["ENGINES.md"]),
        room("Play", imports: ["Text", "Game", "Solver", "Bots"]),
        room("Lab", imports: ["Text", "Game", "Solver", "Bots", "Play"]),
        room(
            "Archive",
            imports: ["Text", "Game", "Rulebook", "Play", .product(name: "SystemPackage", package: "swift-system")]),
        room("Review", imports: ["Text", "Game", "Solver", "Ensemble", "Bots", "Play"]),
        room(
            "Exports",
            imports: [
                "Text", "Game", "Solver", "Play", "Archive", "Review",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.embedInCode("page.mustache")]),
        room(
            "Screens", imports: ["Text", "Game", "Solver", "Ensemble", "Bots", "Play", "Review"], besides: ["Pictures"]),
        .target(
            name: "CNcurses",
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        room("Curses", imports: ["Screens", "CNcurses"]),
        .target(name: "CEngines", cSettings: [.enableWarning("all"), .treatAllWarnings(as: .error)]),
        .executableTarget(
            name: "credulity",
            dependencies: [
                "Text", "Game", "Rulebook", "Solver", "Ensemble", "Bots", "Play", "Archive", "Review", "Exports", "Lab",
                "Screens", "Curses", "CEngines",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            exclude: ["credulity.1"], swiftSettings: strict),
        .target(
            name: "TestSupport", dependencies: ["Game"], path: "Tests/TestSupport", swiftSettings: strict),
        tests("GameTests", of: ["Text", "Game", "Rulebook"], besides: ["Perft", "Order", "Playthroughs"]),
        tests(
            "ScreensTests", of: ["Text", "Screens", "Archive", "Play", "Review", "Bots", "Solver", "Game", "Rulebook"],
            besides: ["Goldens"]),
        .target(name: "CPty", path: "Tests/CPty", cSettings: [.enableWarning("all"), .treatAllWarnings(as: .error)]),
        .target(
            name: "TerminalTesting", dependencies: ["CPty"], path: "Tests/TerminalTesting", swiftSettings: strict),
        tests("BotsTests", of: ["Text", "Bots", "Game", "Lab", "Play", "Rulebook", "Solver"]),
        tests("PlayTests", of: ["Play", "Bots", "Game", "Solver"]),
        tests(
            "ReviewTests", of: ["Text", "Review", "Play", "Bots", "Game", "Rulebook", "Solver"], besides: ["Cruxes"]),
        tests(
            "ExportsTests", of: ["Text", "Exports", "Review", "Archive", "Play", "Game", "Rulebook", "Solver"],
            besides: ["Goldens", "browser.py"]),
        tests("EnsembleTests", of: ["Ensemble", "Game", "Rulebook"]),
        tests("LabTests", of: ["Lab", "Bots", "Game", "Rulebook", "Solver"]),
        tests("RulesetTests", of: ["Text", "Game", "Rulebook", "Bots", "Lab", "Solver"]),
        tests("TerminalTestingTests", of: ["TerminalTesting"], besides: ["cursesdraw.py"]),
        tests(
            "ProgramTests",
            of: ["Text", "Play", "credulity", "TerminalTesting", "Game", "Archive", "Rulebook", "Bots"],
            besides: ["Engines"]),
        tests("RulebookTests", of: ["Text", "Rulebook", "Game", "Bots"], besides: ["Bad", "Documents"]),
        tests("SolverTests", of: ["Game", "Solver"], besides: ["signature.txt"]),
        tests(
            "ArchiveTests",
            of: [
                "Text", "Archive", "Play", "Rulebook", "Game", .product(name: "SystemPackage", package: "swift-system"),
            ],
            besides: ["Damage.txt", "Samples"]),
    ]
)
