import Archive
import Bots
import Exports
import Game
import Play
import Review
import Screens
import Solver

/// Does jobs beside everything else, one of each kind at a time, each with one answer or none.
final class JobRunner {
    private let engines: Engines
    private let library: Library
    private var threads: [Job.Kind: JobThread] = [:]
    private let alarm = Alarm()
    /// Takes answers, from any thread.
    var deliver: @Sendable (JobID, LateAnswer) -> Void = { _, _ in }

    init(_ engines: Engines, _ library: Library) {
        self.engines = engines
        self.library = library
    }

    func run(_ job: Job, _ id: JobID) {
        let deliver = { @Sendable [deliver] answer in deliver(id, answer) }
        let budget = SearchLimits(seconds: 10)
        switch job {
        case .answer(let session):
            guard let bot = engines.bot(of: session) else {
                let seat = session.awaited.map { session.record.player($0).seat } ?? ""
                return deliver(.absent("There is no bot “\(seat)” here to play on."))
            }
            let opponent = session.awaited.flatMap { engines.bot(on: $0.opponent, of: session) }
            thread(id.kind).run(deliver) {
                .answered(session.answer(by: bot, against: opponent, cancellation: $0))
            }
        case .offer(let session, let subject, let side):
            guard let bot = engines.bot(on: side, of: session) else { return deliver(.offered(nil, from: side)) }
            thread(id.kind).run(deliver) { cancellation in
                .offered(
                    bot.offer(for: subject, session.turn(as: side, cancellation: cancellation), as: side), from: side)
            }
        case .evaluate(let record):
            thread(id.kind).run(deliver) { .evaluated(Evaluation(of: record, limits: budget, cancellation: $0)) }
        case .cruxes(let record):
            thread(id.kind).run(deliver) {
                .foundCruxes(CruxSearch(Cruxes(of: record), limits: budget, cancellation: $0).findings())
            }
        case .export(let record, let format):
            thread(id.kind).run(deliver) {
                let debate = Debate(record, for: format, withCruxes: true, limits: budget, cancellation: $0)
                return .exported(debate.exported(as: format))
            }
        case .appraise(let session):
            thread(id.kind).run(deliver) { cancellation in
                let turn = session.turn(as: session.sideToMove, budget: budget, cancellation: cancellation)
                return .appraised(Appraisal(of: turn))
            }
        case .judge(let record, let thresholds):
            thread(id.kind).run(deliver) { cancellation in
                let judge = Judge(
                    record, thresholds: thresholds, cancellation: cancellation, progress: { deliver(.judged($0)) })
                return .judged(judge.judgement())
            }
        case .survey(let ruleset):
            thread(id.kind).run(deliver) { [library] cancellation in
                var survey = Survey()
                survey.take(from: library.folder, of: ruleset, cancellation: cancellation) {
                    deliver(.surveying($0, of: $1))
                }
                return .surveyed(survey)
            }
        case .weigh(let position):
            thread(id.kind).run(deliver) {
                .weighed(Analysis(of: position, limits: budget, cancellation: $0).evaluations())
            }
        case .bid(let setup):
            thread(id.kind).run(deliver) { .bid(setup.botBids(limits: budget, cancellation: $0)) }
        case .list:
            thread(id.kind).run(deliver) { [library] cancellation in
                .listed(library.list(isCancelled: { cancellation.isCancelled }, progress: { deliver(.listed($0)) }))
            }
        case .wait(let milliseconds):
            alarm.set(milliseconds) { deliver(.waited) }
        }
    }

    func hurry(_ id: JobID) {
        threads[id.kind]?.hurry()
    }

    func cancel(_ id: JobID) {
        if id.kind == .wait { alarm.stop() } else { threads[id.kind]?.stop() }
    }

    func cancelAll() {
        threads.values.forEach { $0.stop() }
        alarm.stop()
    }

    private func thread(_ kind: Job.Kind) -> JobThread {
        if let thread = threads[kind] { return thread }
        let thread = JobThread()
        threads[kind] = thread
        return thread
    }
}
