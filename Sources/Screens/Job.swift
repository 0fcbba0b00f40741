public import Game
public import Play
public import Review

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
    /// What each move of the turn leads to is worked out.
    case appraise(Session)
    /// The bots of a match that is to be begun bid.
    case bid(Setup)
    /// The folder of matches is read, with answers as it is.
    case list
    /// Time passes, in milliseconds.
    case wait(Int)

    /// Of each kind one at most is under way.
    public enum Kind: Hashable, Sendable, CaseIterable {
        case answer, offer, evaluate, cruxes, appraise, bid, list, wait
    }

    public var kind: Kind {
        switch self {
        case .answer: .answer
        case .offer: .offer
        case .evaluate: .evaluate
        case .cruxes: .cruxes
        case .appraise: .appraise
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
    case appraised(Appraisal)
    case bid([Side: Bits])
    /// As far as the folder was read.
    case listed(SavedFiles)
    case waited

    /// Whether nothing more comes of the job.
    var isLast: Bool {
        if case .listed(let files) = self { files.isWhole } else { true }
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
