public import Review

extension Debate {
    /// The whole of a file of some format.
    public func exported(as format: ExportFormat) -> String {
        switch format {
        case .text: text
        case .markdown: markdown
        case .html: html
        case .json: json
        case .csv: csv
        case .argdown: argdown
        case .dot: dot
        case .svg: svg
        }
    }

    /// As the match is copied from the screen.
    private var text: String {
        (narration.text + (cruxes.map { "\n" + $0.text } ?? "")).handedOn
    }
}
