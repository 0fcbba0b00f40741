import Foundation
import TestSupport

@testable import Rulebook
import Text

/// The schema that is shipped, and what the loader says of the same values.
enum Schema {
    static let path = Fixtures.root + "/../Rulesets/ruleset.schema.json"

    static func checker() throws -> SchemaChecker {
        try SchemaChecker(JSONDecoder().decode(JSONValue.self, from: Data(try Fixtures.bytes(path))))
    }

    /// The value that a file of YAML holds; `nil` where it is not YAML, or uses what rulesets may not use of it.
    static func value(of bytes: [UInt8]) -> JSONValue? {
        let source = SourceFile(bytes, named: "")
        let report = Report()
        guard source.isText(report), let node = parseYAML(source.plainText(report), report), !report.hasErrors
        else { return nil }
        return JSONValue(node)
    }

    /// The same of a fixture that says everything a ruleset can say.
    static func everything() throws -> JSONValue {
        guard let value = value(of: try Fixtures.bytes(Fixtures.ruleset("everything"))) else {
            throw SchemaChecker.Problem.malformed("everything.yaml")
        }
        return value
    }

    /// What the loader finds wrong with a value.
    static func errors(in value: JSONValue) -> [String] {
        errors(in: Array(value.json.line.utf8))
    }

    static func errors(in bytes: [UInt8]) -> [String] {
        do throws(RulebookError) {
            _ = try Rulebook(bytes, named: "")
            return []
        } catch .invalid(let diagnostics, _) {
            return diagnostics.map(\.message)
        } catch {
            return [error.description]
        }
    }

    /// Whether a schema should see what the loader complains of; `nil` where it may see it or not.
    static func isVisible(_ complaint: String) -> Bool? {
        if complaint.contains("decimals, found") || complaint.contains("columns") { return nil }
        return complaint.hasPrefix("more than ") || visible.contains { complaint.contains($0) }
    }

    /// Complaints of the shape of a file. All others need to know another part of it.
    private static let visible = [
        "is missing from this", " has no “", "expected ", "the text is empty", "is no identifier", "is listed twice",
        "the trigger is empty", "the list is empty", "is longer than", "unknown channel", "unknown side",
        "unknown mode",
        "unknown trait", "unknown kind of move", "unknown move of Divergence", "unknown provenance",
        "unknown thing to avoid", "unknown choice", "unknown reason of a verdict", "unknown placeholder", "a “{” that",
        "a “}” that",
        "a ruleset needs at least one", "needs an ordinary or a deliberate",
    ]
}
