import Game
internal import Text
internal import Yams

/// The root of a YAML document; `nil`, and reported, where the parser finds none.
///
/// What the parser stumbles over is reported and replaced by something `.refused`, so that the rest is read too.
/// Anchors, aliases, tags and compound keys are reported one by one, and what holds them is `.refused`.
///
/// - Parameter wanted: what the file should hold, as in “expected *a ruleset*”.
func parseYAML(_ text: [UInt8], _ report: Report, for wanted: String = "a ruleset") -> YAMLNode? {
    withDeepStack { mendedRoot(of: text, report, wanted) }
}

/// How often a file is parsed anew, and how many bytes in all, for the sake of faults beyond the first.
private let mendingLimit = (tries: 50, bytes: 16 * 1_048_576)

private func mendedRoot(of text: [UInt8], _ report: Report, _ wanted: String) -> YAMLNode? {
    var text = text
    var draft: YAMLDraft?
    var bytes = 0
    for _ in 0..<mendingLimit.tries {
        do throws(YAMLProblem) {
            let root = try root(of: text, report, wanted)
            return draft?.isSound == false ? nil : root
        } catch {
            bytes += text.count
            var next = draft ?? YAMLDraft(text)
            guard bytes < mendingLimit.bytes, let complaint = next.mend(error) else {
                if !next.isTold(error.place.line) { report.error(error.message, at: error.place) }
                return nil
            }
            if let message = complaint.message { report.error(message, at: complaint.place) }
            text = next.text
            draft = next
        }
    }
    return nil
}

private func root(of text: [UInt8], _ report: Report, _ wanted: String) throws(YAMLProblem) -> YAMLNode? {
    do {
        // The converter tells numbers from words by itself: the parser's rules run seven regular expressions a word.
        let yaml = String(decoding: text, as: UTF8.self)
        let parser = try Parser(yaml: yaml, resolver: .basic, constructor: .default, encoding: .utf8)
        // A node holds its anchor weakly, the parser holds it strongly.
        return try withExtendedLifetime(parser) {
            guard let root = try parser.singleRoot() else {
                report.error("empty: expected \(wanted)", at: .start)
                return nil
            }
            return NodeConverter(text, report).converted(root)
        }
    } catch let error as YamlError {
        throw YAMLProblem(error)
    } catch {
        throw YAMLProblem(message: "not YAML: \(error)", place: .start, isFinal: true)
    }
}

/// Turns the parser's nodes into ours, and refuses what a ruleset has no use for.
private final class NodeConverter {
    /// Deeper than anything in a ruleset.
    static let depthLimit = 16

    private let report: Report
    private var comments: StrayComments
    /// Those already reported: the parser gives an alias as the very node it stands for, with the same anchor.
    private var anchors: Set<Place> = []

    init(_ text: [UInt8], _ report: Report) {
        self.report = report
        comments = StrayComments(text)
    }

    func converted(_ node: Node, depth: Int = 1) -> YAMLNode {
        let place = Place(node.mark)
        guard let content = content(node, place, depth) else { return YAMLNode(place: place, content: .refused) }
        guard case .plain(let word) = content else { return YAMLNode(place: place, content: content) }
        return YAMLNode(place: place, content: content, comment: comments.comment(behind: word, at: place))
    }

    private func content(_ node: Node, _ place: Place, _ depth: Int) -> YAMLNode.Content? {
        if let anchor = node.anchor {
            guard anchors.insert(place).inserted else { return nil }
            return refuse(
                "anchors and aliases are not read: write \(anchor.rawValue.quoted) out, and put a text that begins "
                    + "with “&” or “*” in quotation marks", place)
        }
        guard depth <= NodeConverter.depthLimit else { return refuse("nested too deep for a ruleset", place) }
        switch node {
        case .scalar(let scalar):
            return content(scalar, place)
        case .sequence(let sequence):
            guard sequence.tag.isImplied || sequence.tag.is(.seq) else {
                return refuse(tag: sequence.tag, place)
            }
            return .list(sequence.map { converted($0, depth: depth + 1) })
        case .mapping(let mapping):
            guard mapping.tag.isImplied || mapping.tag.is(.map) else {
                return refuse(tag: mapping.tag, place)
            }
            return .mapping(mapping.compactMap { entry($0, $1, depth + 1) })
        case .alias:
            return refuse("aliases are not read", place)
        }
    }

    private func content(_ scalar: Node.Scalar, _ place: Place) -> YAMLNode.Content? {
        guard scalar.string.unicodeScalars.first != YAMLDraft.marker || scalar.style != .plain else { return nil }
        guard scalar.tag.isImplied || scalar.tag.is(.str) else { return refuse(tag: scalar.tag, place) }
        if let odd = scalar.string.unicodeScalars.first(where: { !$0.mayStand }) {
            return refuse(odd.refusal, place)
        }
        return scalar.style == .plain && scalar.tag.isImplied ? .plain(scalar.string) : .quoted(scalar.string)
    }

    private func entry(_ key: Node, _ value: Node, _ depth: Int) -> YAMLNode.Entry? {
        let key = converted(key, depth: depth)
        let value = converted(value, depth: depth)
        switch key.content {
        case .plain("<<"), .quoted("<<"):
            report.error("merge keys (<<) are not read: write the keys out", at: key.place)
        case .plain(let name), .quoted(let name):
            return YAMLNode.Entry(key: name, place: key.place, value: value)
        case .list, .mapping:
            report.error("a key is a word, not \(key.kind)", at: key.place)
        case .refused: break
        }
        return nil
    }

    private func refuse(tag: Tag, _ place: Place) -> YAMLNode.Content? {
        refuse(
            "YAML tags such as \(tag.rawValue.quoted) are not read; put a text that begins with “!” in quotation marks",
            place)
    }

    private func refuse(_ message: @autoclosure () -> String, _ place: Place) -> YAMLNode.Content? {
        report.error(message(), at: place)
        return nil
    }
}

extension Tag {
    /// Whether the file gives none.
    fileprivate var isImplied: Bool { rawValue == Name.implicit.rawValue }

    /// Whether it says what is seen anyway; the parser gives such tags to quoted text and to every key.
    fileprivate func `is`(_ name: Name) -> Bool { rawValue == name.rawValue }
}

extension Unicode.Scalar {
    fileprivate var mayStand: Bool {
        switch self {
        case " "..."~", "\n", "\t", "\r": true
        default: isPlain
        }
    }
}

extension Place {
    /// The start of the file where the parser gives no mark.
    init(_ mark: Mark?) {
        self.init(line: mark?.line ?? 1, column: mark?.column ?? 1)
    }
}
