import Game
import TestSupport
import Testing

@testable import Rulebook
import Text

@Suite("The schema of ruleset files")
struct SchemaTests {
    let checker: SchemaChecker

    init() throws {
        checker = try Schema.checker()
    }

    @Test("knows every ruleset that loads", arguments: Fixtures.everyRuleset)
    func good(name: String) throws {
        let bytes = try Fixtures.bytes(Fixtures.anyRuleset(name))
        let value = try #require(Schema.value(of: bytes))
        #expect(checker.complaints(about: value) == [])
    }

    @Test("refuses a bad file exactly where its shape is what is bad", arguments: BadFileTests.names)
    func bad(name: String) throws {
        let bytes = try Fixtures.bytes("\(BadFileTests.folder)/\(name).yaml")
        guard let value = Schema.value(of: bytes) else { return }
        try expectAgreement(on: value, errors: Schema.errors(in: bytes), name)
    }

    @Test("has most bad files to judge, and refuses most of those")
    func coverage() throws {
        let values = try BadFileTests.names.compactMap { name in
            Schema.value(of: try Fixtures.bytes("\(BadFileTests.folder)/\(name).yaml"))
        }
        #expect(values.count >= 40)
        #expect(values.count { !checker.complaints(about: $0).isEmpty } >= 20)
    }

    @Test("agrees with the loader on every small change to a ruleset")
    func changes() throws {
        let everything = try Schema.everything()
        let changes = everything.changes(under: checker.root, checker)
        #expect(changes.count > 1500)
        for (index, change) in changes.enumerated() where Thoroughness.isFull || change.isBound || index % 10 == 0 {
            try expectAgreement(on: change.value, errors: Schema.errors(in: change.value), change.what)
        }
    }

    /// The schema refuses what the loader faults the shape of, and nothing else.
    private func expectAgreement(on value: JSONValue, errors: [String], _ what: String) throws {
        let verdicts = errors.map(Schema.isVisible)
        let complaints = checker.complaints(about: value)
        if verdicts.contains(true) {
            #expect(!complaints.isEmpty, "\(what): the loader says \(errors)")
        } else if !verdicts.contains(nil) {
            #expect(complaints.isEmpty, "\(what): the loader says \(errors)")
        }
    }
}

@Suite("The schema has of the loader")
struct SchemaVocabularyTests {
    private struct Shape: Hashable {
        var required: Set<String>
        var known: Set<String>

        init(required: [String], known: [String]) {
            self.required = Set(required)
            self.known = Set(known)
        }

        init(_ keywords: [String: JSONValue]) {
            required = keywords["required"]?.words ?? []
            known = Set(keywords["properties"]?.mapping?.keys.map { $0 } ?? [])
        }
    }

    /// By the loader's words for a mapping, where the schema describes it.
    private static let places: [String: [[String]]] = [
        "ruleset": [[]], "intended thing": [["properties", "intended"]],
        "set of limits": [["properties", "limits"], ["$defs", "profile", "properties", "limits"]],
        "feature": [["$defs", "feature"]], "pattern": [["$defs", "pattern"]],
        "situation": [["$defs", "situation"]], "deployment": [["$defs", "deployment"]],
        "profile": [["$defs", "profile"]], "row": [["$defs", "row"]], "observation": [["$defs", "observation"]],
        "bot": [["$defs", "bot"]], "rule": [["$defs", "rule"]],
        "rule's “when”": [["$defs", "rule", "properties", "when"]],
        "rule's “play”": [["$defs", "rule", "properties", "play"]],
        "set of sayings": [["$defs", "bot", "properties", "sayings"]],
        "set of a feature's credences": [["$defs", "profile", "properties", "features", "additionalProperties"]],
        "set of a situation's credences": [["$defs", "profile", "properties", "situations", "additionalProperties"]],
    ]

    let checker: SchemaChecker

    init() throws {
        checker = try Schema.checker()
    }

    @Test("every kind of mapping, all its keys, and which it needs")
    func keys() throws {
        var read: [String: Set<Shape>] = [:]
        let report = Report()
        report.listener = { mapping in
            read[mapping.subject, default: []].insert(Shape(required: mapping.needed, known: mapping.known))
        }
        let everything = try Fixtures.bytes(Fixtures.ruleset("everything"))
        let node = try #require(parseYAML(everything, report))
        _ = try #require(RulesetReader(report).ruleset(from: node))
        #expect(Set(read.keys) == Set(Self.places.keys))
        for (subject, places) in Self.places {
            let described = try places.map { try Shape(checker.resolved(part($0))) }
            #expect(read[subject] == Set(described), "\(subject)")
            for place in places {
                #expect(try part(place)["additionalProperties"] == .flag(false), "\(subject)")
            }
        }
    }

    @Test("the channels")
    func channels() throws {
        #expect(try part(["$defs", "channel"])["enum"]?.words == Set(Channel.allCases.map(\.rawValue)))
    }

    @Test(
        "the longest lists, and that one more is too many",
        arguments: ["features", "patterns", "situations", "deployments", "profiles", "bots", "rows", "observations"])
    func longest(key: String) throws {
        let everything = try #require(try Schema.everything().mapping)
        let node = try #require(everything[key]?.list?.first?.mapping)
        let longest = try #require(try part(["properties", key])["maxItems"]?.number)
        for count in [Int(longest), Int(longest) + 1] {
            let nodes = (0..<count).map { JSONValue.mapping(node.merging(["id": .text("x\($0)")]) { $1 }) }
            let value = JSONValue.mapping(everything.merging([key: .list(nodes)]) { $1 })
            let isTooLong = Schema.errors(in: value).contains("more than \(Int(longest)) \(key)")
            #expect(isTooLong == (count > Int(longest)), "\(count)")
            #expect(checker.complaints(about: value).isEmpty == !isTooLong, "\(count)")
        }
    }

    @Test("the defaults: saying one is as good as saying nothing")
    func defaults() throws {
        let everything = try Schema.everything()
        let changes = everything.defaults(under: checker.root, checker)
        #expect(changes.count >= 20)
        for change in changes {
            let silent = try? Rulebook(change.silent.json.line, named: "").ruleset
            let spoken = try? Rulebook(change.spoken.json.line, named: "").ruleset
            #expect(silent == spoken && silent != nil, "\(change.what)")
        }
    }

    @Test("nothing more: a keyword that its checker does not know is told")
    func unknownKeyword() {
        let schema = JSONValue.mapping(["properties": .mapping(["a": .mapping(["multipleOf": .number(2)])])])
        #expect(throws: SchemaChecker.Problem.unknownKeyword("multipleOf")) { try SchemaChecker(schema) }
    }

    private func part(_ path: [String]) throws -> JSONValue {
        try path.reduce(checker.root) { part, key in try #require(part[key]) }
    }
}
