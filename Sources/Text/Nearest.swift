/// The candidate that a misspelt word most likely meant; `nil` when none is close.
///
/// Close means within a third of the word's length by edit distance, or a shared beginning or end. Ties go
/// to the first candidate.
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let allowed = max(1, word.count / 3)
    let close = candidates.lazy
        .map { (candidate: $0, distance: editDistance(word, $0)) }
        .filter { $0.distance <= allowed }
        .min { $0.distance < $1.distance }
    if let close { return close.candidate }
    guard word.count >= 3 else { return nil }
    return candidates.first { candidate in
        candidate.hasPrefix(word) || candidate.hasSuffix(word)
            || (candidate.count >= 3 && word.hasPrefix(candidate))
    }
}

/// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other.
func editDistance(_ left: String, _ right: String) -> Int {
    let left = Array(left), right = Array(right)
    var older: [Int] = []
    var previous = Array(0...right.count)
    for i in left.indices {
        var row = [i + 1]
        for j in right.indices {
            var best = min(previous[j] + (left[i] == right[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                best = min(best, older[j - 1] + 1)
            }
            row.append(best)
        }
        older = previous
        previous = row
    }
    return previous[right.count]
}
