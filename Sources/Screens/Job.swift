public import Game
public import Play
public import Review
public import Solver

/// What takes its time and is done beside everything else.
public enum Job: Sendable {
    /// The bot that the match is waiting for answers.
    case answer(Session)
    /// The bot on a side writes, sealed, for something that is being settled.
    case offer(Session, Settlement, from: Side)
    /// What best play comes to is worked out.
    case evaluate(MatchRecord)
    /// What the cruxes of a match decide is worked out.
    case cruxes(MatchRecord)
    /// A match is put into another form.
    case export(MatchRecord, ExportFormat)
    /// What each move of the turn leads to is worked out.
    case appraise(Session)
    /// What every act of a match was worth is worked out; its answers tell more and more.
    case judge(MatchRecord, Thresholds)
    /// Every saved match is read, or every one of a ruleset, and what they say together is told.
    case survey(ruleset: String?)
    /// What each move of a position leads to is worked out.
    case weigh(Position)
    /// The bots of a match that is to be begun bid.
    case bid(Setup)
    /// The folder of matches is read, with answers as it is.
    case list
    /// Time passes, in milliseconds.
    case wait(Int)

    /// Of each kind one at most is under way.
    public enum Kind: Hashable, Sendable, CaseIterable {
        case answer, offer, evaluate, cruxes, export, appraise, judge, survey, weigh, bid, list, wait
    }

    public var kind: Kind {
        switch self {
        case .answer: .answer
        case .offer: .offer
        case .evaluate: .evaluate
        case .cruxes: .cruxes
        case .export: .export
        case .appraise: .appraise
        case .judge: .judge
        case .survey: .survey
        case .weigh: .weigh
        case .bid: .bid
        case .list: .list
        case .wait: .wait
        }
    }
}

/// Which job an answer belongs to; no two jobs of a run of the program are the same.
public struct JobID: Hashable, Sendable {
    public let kind: Job.Kind
    let number: Int
}

/// What came of a job.
public enum LateAnswer: Sendable {
    case answered(BotAnswer)
    /// The bot of the match is not to be had, and why.
    case absent(String)
    /// What the bot on a side has written; `nil`: none.
    case offered(Credence?, from: Side)
    case evaluated(Evaluation)
    case foundCruxes(CruxFindings)
    /// The whole text of a file.
    case exported(String)
    case appraised(Appraisal)
    /// As far as that was worked out; the last is finished.
    case judged(Judgement)
    /// How many saved matches have been read, of how many; the job goes on.
    case surveying(Int, of: Int)
    case surveyed(Survey)
    case weighed([MoveEvaluation])
    case bid([Side: Bits])
    /// As far as the folder was read.
    case listed(SavedFiles)
    case waited

    /// Whether no other answer of the job follows.
    var isLast: Bool {
        switch self {
        case .judged(let judgement): judgement.isFinished
        case .surveying: false
        case .listed(let files): files.isWhole
        default: true
        }
    }
}

/// The jobs under way, by which an answer that nobody waits for any more is known.
struct RunningJobs: Sendable {
    private var ids: [Job.Kind: JobID] = [:]
    private var count = 0

    /// Begins a job, and ends another of its kind.
    mutating func run(_ job: Job) -> [Effect] {
        count += 1
        let ended = cancel(job.kind)
        let id = JobID(kind: job.kind, number: count)
        ids[job.kind] = id
        return ended + [.run(job, id)]
    }

    mutating func cancel(_ kind: Job.Kind) -> [Effect] {
        ids.removeValue(forKey: kind).map { [.cancel($0)] } ?? []
    }

    func hurry(_ kind: Job.Kind) -> [Effect] {
        ids[kind].map { [.hurry($0)] } ?? []
    }

    /// Takes in that a job was answered.
    ///
    /// - Returns: whether somebody waits for the answer.
    mutating func take(_ answer: LateAnswer, of id: JobID) -> Bool {
        guard ids[id.kind] == id else { return false }
        if answer.isLast { ids[id.kind] = nil }
        return true
    }

    mutating func removeAll() {
        ids = [:]
    }
}
