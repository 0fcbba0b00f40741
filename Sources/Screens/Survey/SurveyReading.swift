import Review
import Text

/// What all saved matches say, while it is being read and once it is there.
struct SurveyReading: Sendable {
    /// `nil` while it is being read.
    private(set) var survey: Survey?
    private var progress: (done: Int, all: Int)?

    init(_ survey: Survey? = nil) { self.survey = survey }

    /// - Returns: whether it is there now.
    mutating func receive(_ answer: LateAnswer) -> Bool {
        switch answer {
        case .surveying(let done, let all): progress = (done, all)
        case .surveyed(let survey):
            self.survey = survey
            return true
        default: break
        }
        return false
    }

    /// What stands in its place until then.
    var waiting: String {
        guard let progress else { return "Reading the saved matches." }
        return "Reading the saved matches: \(progress.done) of \(progress.all)."
    }

    /// What is missing from it.
    var trouble: String? {
        guard let survey else { return nil }
        if survey.isPartial {
            return "Stopped after \(counted(survey.matches, "match", "matches")): the rest is left out."
        }
        guard let first = survey.problems.first else { return nil }
        let more = survey.problems.count > 1 ? " (and \(survey.problems.count - 1) more)" : ""
        return "Left out: \(first)\(more)"
    }
}
