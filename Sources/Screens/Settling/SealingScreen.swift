import Game
import Play
import Review
import Text

/// What is written, sealed, to settle a number: everybody at the keyboard in turn, each out of the others' sight.
struct SealingScreen: Screen {
    private enum Stage {
        /// The keyboard is handed over.
        case handOver
        case writing
        /// Those who are not at the keyboard still write.
        case waiting
    }

    private let base: MatchRecord
    /// What happens before, such as the objection that it goes with.
    private let entries: [Entry]
    private let session: Session
    private let shown: MatchAtStep
    /// What whoever writes is told first.
    private let about: [String]
    private var sealing: Sealing
    private var stage: Stage
    /// How many screens are left behind at the end.
    private let depth: Int
    private var offer = TextField(limit: 40)
    private var belief = TextField(limit: 40)
    private var isOnBelief = false
    private var complaint: String?

    /// Raised by whoever is at the keyboard, who may still leave it.
    init(_ sealing: Sealing, in session: Session, over depth: Int) {
        self.init(sealing, session, base: session.record, [], depth, .writing)
    }

    /// Raised by a bot.
    init?(_ answer: BotAnswer, in session: Session) {
        var later = session
        guard let sealing = answer.sealing, (try? later.apply(answer.entries)) != nil else { return nil }
        self.init(sealing, later, base: session.record, answer.entries, 1, .handOver)
    }

    private init(
        _ sealing: Sealing, _ session: Session, base: MatchRecord, _ entries: [Entry], _ depth: Int, _ stage: Stage
    ) {
        self.sealing = sealing
        self.session = session
        self.base = base
        self.entries = entries
        self.depth = depth
        // One alone has nobody to hand over to.
        self.stage = sealing.writers.count == 1 ? .writing : stage
        shown = MatchAtStep(session.record)
        about = shown.told(of: sealing.subject)
    }

    var actions: [Offer] { [] }
    var isTyping: Bool { true }

    /// Whether who raised it may still leave it: nobody has sealed anything.
    private var mayLeave: Bool { stage == .writing && sealing.writer == .side(sealing.side) && sealing.isFresh }

    mutating func appear(_ size: Size) -> [Request] { askBot() }

    /// Asks the next of those who write out of sight.
    private func askBot() -> [Request] {
        sealing.unaskedBots.first.map { [.run(.offer(session, sealing.subject, from: $0))] } ?? []
    }

    mutating func receive(_ answer: LateAnswer, _ size: Size) -> [Request] {
        guard case .offered(let credence, let side) = answer else { return [] }
        sealing.take(credence, from: side)
        return askBot() + (stage == .waiting ? finish() : [])
    }

    mutating func type(_ key: Key, _ size: Size) -> [Request] {
        complaint = nil
        switch stage {
        case .handOver:
            if key == .enter { stage = .writing }
            return []
        case .waiting: return []
        case .writing: return write(key)
        }
    }

    private mutating func write(_ key: Key) -> [Request] {
        switch key {
        case .enter: return seal()
        case .escape:
            guard !mayLeave else { return [.cancel(.offer), .pop] }
            complaint = "It has been raised: write a number, or nothing, and Enter seals it."
        case .tab, .down, .backtab, .up: isOnBelief = hasBelief && !isOnBelief
        default: _ = isOnBelief ? belief.type(key) : offer.type(key)
        }
        return []
    }

    mutating func paste(_ text: String, _ size: Size) -> [Request] {
        guard stage == .writing else { return [] }
        complaint = nil
        if isOnBelief { belief.insert(text) } else { offer.insert(text) }
        return []
    }

    /// The judge believes nothing besides what it writes.
    private var hasBelief: Bool { sealing.writer != .judge }

    private mutating func seal() -> [Request] {
        let offered: Credence?
        let believed: Credence?
        do {
            isOnBelief = false
            offered = try credence(in: offer)
            isOnBelief = hasBelief
            believed = try credence(in: belief)
        } catch {
            complaint = "\(error)".capitalizedFirst + "."
            return []
        }
        isOnBelief = false
        sealing.seal(offered, believing: believed)
        (offer, belief) = (TextField(limit: 40), TextField(limit: 40))
        stage = .handOver
        return finish()
    }

    private func credence(in field: TextField) throws(TypedCredenceError) -> Credence? {
        field.trimmed.isEmpty ? nil : try TypedCredence(field.trimmed).credence
    }

    private mutating func finish() -> [Request] {
        guard sealing.writer == nil else { return [] }
        stage = .waiting
        guard sealing.isSealed else { return [] }
        let written = entries + session.entries(of: sealing)
        return Array(repeating: .pop, count: depth) + [.effect(.journal(written, after: base))]
    }
}

// How it looks.
extension SealingScreen {
    private func name(_ writer: Sealing.Writer) -> String {
        switch writer {
        case .side(let side): shown.name(side)
        case .judge: session.record.header.judge ?? "the judge"
        }
    }

    var prompt: String? {
        if let complaint { return complaint }
        switch stage {
        case .handOver: return "Enter when nobody else looks"
        case .waiting: return "\(sealing.unaskedBots.first.map(shown.name) ?? "") is writing"
        case .writing:
            let then = sealing.nextWriter.map { ", then \(name($0)) writes" } ?? ""
            let ways = hasBelief ? "   Tab what you believe" : ""
            return "Enter seal it\(then)\(ways)" + (mayLeave ? "   Esc leave it" : "")
        }
    }

    func draw(in grid: inout Grid) {
        grid.settlingFrame(shown)
        var area = MatchLayout.body(grid.size)
        _ = area.takeTop(liveRows(grid.size))
        guard let writer = sealing.writer else { return grid.rule(area.takeTop(1), title: "All is written") }
        let name = name(writer)
        grid.cursor = (area.row, 0)
        switch stage {
        case .waiting: break
        case .handOver:
            grid.rule(area.takeTop(1), title: "Over to \(name)")
            let told = sealing.isFresh ? raisedText : "What was written so far is sealed."
            grid.paragraph("\(told) Now \(name) writes, and nobody else looks.", in: area.inset(1))
        case .writing:
            grid.rule(area.takeTop(1), title: "\(name) writes", caption: "sealed until all have written")
            drawEntry(name, in: area.inset(1), &grid)
        }
    }

    private var raisedText: String {
        let verb = if case .coin = sealing.subject { "coins a card" } else { "disputes a number" }
        return "\(shown.name(sealing.side)) \(verb)."
    }

    private func drawEntry(_ name: String, in area: Area, _ grid: inout Grid) {
        var area = area
        let about = about.flatMap { Line.wrapping($0, width: area.columns) }
        let aboutRows = min(about.count, max(2, area.rows - 9))
        grid.lines(about, in: area.takeTop(aboutRows), marksCut: true)
        drawField("\(name), what is it worth, given all that is claimed?", offer, !isOnBelief, area.takeTop(1), &grid)
        let preview = preview.flatMap { Line.wrapping($0, width: area.columns - 2) }
        let rows = area.rows - (hasBelief ? 2 : 1)
        grid.lines(preview, in: area.takeTop(min(max(2, preview.count), rows)).inset(1), marksCut: true)
        if hasBelief {
            drawField("And what do you believe yourself? (changes nothing)", belief, isOnBelief, area.takeTop(1), &grid)
        }
        grid.paragraph(law, in: area, style: .faint)
    }

    private func drawField(
        _ question: String, _ field: TextField, _ isFocused: Bool, _ row: Area, _ grid: inout Grid
    ) {
        let width = 20
        let start = row.column + row.columns - width
        grid.put(
            question, row: row.row, column: row.column, style: isFocused ? .strong : .plain,
            width: row.columns - width - 1)
        grid.fill("_", row: row.row, columns: start..<(start + width), style: .faint)
        let area = Area(row: row.row, column: start, columns: width, rows: 1)
        if isFocused {
            field.draw(in: &grid, area)
        } else {
            grid.put(field.text, row: row.row, column: start, width: width)
        }
    }

    /// What was understood, and what it would do if it stood.
    private var preview: [String] {
        guard !offer.trimmed.isEmpty else { return ["Nothing: you side with the third number."] }
        do throws(TypedCredenceError) {
            let typed = try TypedCredence(offer.trimmed)
            return ["As you write it, \(typed.understood):"]
                + shown.consequence(of: sealing.subject, at: typed.credence)
        } catch {
            return ["\(error)".capitalizedFirst + "."]
        }
    }

    private var law: String {
        let judge = session.record.header.judge
        return (judge.map { "\($0)'s number is the third; the middle one counts" } ?? sealing.subject.lawWithoutJudge)
            + "."
    }
}
