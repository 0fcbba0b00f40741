/// What a match can be handed on as.
public enum ExportFormat: String, Hashable, Sendable, CaseIterable {
    case text, markdown, html, json, csv, argdown, dot, svg

    /// What a file of it is called after the dot.
    public var fileExtension: String {
        switch self {
        case .text: "txt"
        case .markdown: "md"
        case .html, .json, .csv, .argdown, .dot, .svg: rawValue
        }
    }

    /// In a few words, what it is for.
    public var summary: String {
        switch self {
        case .text: "the match told in plain sentences"
        case .markdown: "a debate in one act, for a post"
        case .html: "a page of its own: debate, graph, ply by ply"
        case .json: "all of it, for programs and “saves import”"
        case .csv: "a table, a row for each step"
        case .argdown: "claims and attacks, for argument maps"
        case .dot: "a graph of claims and answers, for Graphviz"
        case .svg: "the graph of the evaluation, with the meters"
        }
    }

    /// Whether it shows what best play comes to, which takes its time to work out.
    public var showsEvaluations: Bool {
        switch self {
        case .html, .json, .csv, .svg: true
        case .text, .markdown, .argdown, .dot: false
        }
    }

    /// Whether it has a place for what the players differ on.
    public var showsCruxes: Bool {
        switch self {
        case .text, .markdown, .html, .json: true
        case .csv, .argdown, .dot, .svg: false
        }
    }
}
