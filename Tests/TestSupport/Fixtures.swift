import Foundation

/// Where the tests find what they read.
public enum Fixtures {
    /// The folder `Tests`.
    public static let root = folder(of: #filePath, up: 2)

    /// Tiny rulesets, each made for one rule.
    public static let rulesets = root + "/Fixtures/Rulesets"

    /// The path of one of those, by its name without `.yaml`.
    public static func ruleset(_ name: String) -> String {
        "\(rulesets)/\(name).yaml"
    }

    /// The files of a folder with that extension, without it, in alphabetical order.
    public static func names(in folder: String, endingIn suffix: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }.sorted()
    }

    public static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private static func folder(of path: StaticString, up levels: Int) -> String {
        "\(path)".split(separator: "/", omittingEmptySubsequences: false).dropLast(levels).joined(
            separator: "/")
    }
}

extension Fixtures {
    /// The rulesets that are shipped, by name.
    public static let shipped = names(in: root + "/../Rulesets", endingIn: ".yaml")

    /// The path of any ruleset by its name: a shipped one, or one made for one rule.
    public static func anyRuleset(_ name: String) -> String {
        shipped.contains(name) ? "\(root)/../Rulesets/\(name).yaml" : ruleset(name)
    }

    /// Every ruleset there is.
    public static let everyRuleset = shipped + names(in: rulesets, endingIn: ".yaml")
}
