/// A complaint that does not yet show its line.
struct Complaint {
    let severity: Diagnostic.Severity
    let place: Place
    let message: String
}

/// What is wrong with a file, gathered while reading goes on.
///
/// Only the first fifty errors and warnings are put into words: a hostile file has a hundred thousand.
final class Report {
    private static let limit = 50

    /// Told of every mapping once it is read: how tests learn which keys the format has.
    var listener: ((Mapping) -> Void)?

    private(set) var errors: [Complaint] = []
    private(set) var warnings: [Complaint] = []
    private(set) var furtherErrors = 0
    private(set) var furtherWarnings = 0

    var hasErrors: Bool { !errors.isEmpty }

    func error(_ message: @autoclosure () -> String, at place: Place) {
        if errors.count < Report.limit {
            errors.append(Complaint(severity: .error, place: place, message: message()))
        } else {
            furtherErrors += 1
        }
    }

    func warning(_ message: @autoclosure () -> String, at place: Place) {
        if warnings.count < Report.limit {
            warnings.append(Complaint(severity: .warning, place: place, message: message()))
        } else {
            furtherWarnings += 1
        }
    }
}
