import Game
import Review
import Text

/// A debate in one act: what is done is a stage direction in italics, what is said a line under a name in bold.
extension Debate {
    var markdown: String {
        let head = [
            "# " + title.onOneLine.inMarkdown, italic("A debate in one act. \(rules), \(date)."),
            "## Dramatis personae",
            cast.map { "- \(bold($0.name)), \($0.part.inMarkdown)" }.joined(separator: "\n"), "## The debate",
            italic("The scene: " + premise),
        ]
        let end = [italic("Curtain."), "## The verdict", bold(verdict)]
        let parts = head + turns.flatMap(markdown) + end + sections.map(markdown)
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func markdown(_ turn: Turn) -> [String] {
        let rulings = turn.rulings.isEmpty ? [] : [italic(turn.rulings.joined(separator: " "))]
        let directions = turn.direction.isEmpty ? [] : [italic(turn.direction)]
        let price = turn.kind == .move ? turn.priceText.map { " \\[\($0)\\]" } ?? "" : ""
        let line = turn.line.isEmpty ? [] : [bold(turn.name + ".") + " " + broken(turn.line) + price]
        let whack = turn.whacked.map { [italic("A whack: “\(turn.title)” would have caught “\($0)”.")] } ?? []
        let objection = turn.objection.map { [bold($0.name + ",") + " objecting: " + broken($0.words)] } ?? []
        return rulings + directions + line + whack + objection
    }

    private func markdown(_ section: Section) -> String {
        let items = section.items.map { item in
            (["- " + item.text.inMarkdown] + item.details.map { "  - " + $0.inMarkdown }).joined(separator: "\n")
        }
        return "### \(section.title)\n\n" + items.joined(separator: "\n")
    }

    private func bold(_ text: String) -> String { "**\(text.onOneLine.inMarkdown)**" }

    private func italic(_ text: String) -> String { "*\(text.onOneLine.inMarkdown)*" }

    /// Text of several lines, each on a line of its own.
    private func broken(_ text: String) -> String {
        text.split(separator: "\n").map { String($0).inMarkdown }.filter { !$0.isEmpty }.joined(separator: "\\\n")
    }
}
