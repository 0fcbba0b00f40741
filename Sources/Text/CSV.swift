/// Rows of cells, a line each. Source: RFC 4180.
///
/// What a spreadsheet would take for a formula has an apostrophe before it.
public func csv(_ rows: [[String]], lineEnd: String = "\n") -> String {
    rows.map { $0.map(cell).joined(separator: ",") + lineEnd }.joined()
}

/// By scalars: a mark on a comma or a quote would hide it among characters.
private func cell(_ text: String) -> String {
    let formula: Set<Unicode.Scalar> = ["=", "+", "-", "@"]
    let isFormula = text.unicodeScalars.first { $0 != " " && $0 != "\n" }.map(formula.contains) ?? false
    let text = isFormula ? "'" + text : text
    let isQuoted = text.unicodeScalars.contains { ["\"", ",", "\n", "\r"].contains($0) }
    guard isQuoted else { return text }
    let doubled = text.unicodeScalars.reduce(into: String.UnicodeScalarView()) { cell, scalar in
        if scalar == "\"" { cell.append(scalar) }
        cell.append(scalar)
    }
    return "\"\(String(doubled))\""
}
