public import Play
import Text

/// Something that reached the program from outside.
public enum Input: Sendable {
    case key(Key)
    /// Text pasted in one go; it is never taken for keys.
    case paste(String)
    case pointer(Pointer)
    case resized(Size)
    case answer(Answer)
    /// What came of a job.
    case late(JobID, LateAnswer)
}

/// The whole program between the keyboard and the cells: a stack of screens, the title at the bottom.
public struct App: Sendable {
    public private(set) var size: Size
    public let look: Look
    private let keymap: Keymap
    private var stack: [any Screen]
    /// What a screen asked for while others lay on it, by its place in the stack; done once it is on top again.
    private var deferred: [Int: [Request]] = [:]
    private var jobs = RunningJobs()
    /// Said in the bottom line until the next key.
    private var flash: String?
    private var hasMouse = true

    /// Starts at the title.
    public init(size: Size, look: Look, keymap: Keymap = Keymap()) {
        self.size = size
        self.look = look
        self.keymap = keymap
        stack = [TitleScreen()]
    }

    /// Starts with what leads to a match: the people's predictions, or the match itself where only bots play.
    public init(size: Size, look: Look, keymap: Keymap = Keymap(), setup: Setup) {
        self.init(size: size, look: look, keymap: keymap)
        stack.append(setup.opening)
    }

    /// Starts in a match.
    public init(
        size: Size, look: Look, keymap: Keymap = Keymap(), record: MatchRecord, path: String?, notice: String? = nil
    ) {
        self.init(size: size, look: look, keymap: keymap)
        stack.append(MatchScreen(record, path: path, notice: notice))
    }

    /// What the first screen needs done; to be called once.
    public mutating func start() -> [Effect] {
        resolve(stack[stack.count - 1].appear(size))
    }

    /// Changes the program and says what is to be done outside.
    public mutating func update(_ input: Input) -> [Effect] {
        let top = stack.count - 1
        switch input {
        case .resized(let size):
            self.size = size
            for index in stack.indices { stack[index].resized(to: size) }
            return []
        case .answer(let answer):
            return resolve(stack[top].receive(answer, size))
        case .late(let id, let answer):
            guard jobs.take(answer, of: id) else { return [] }
            // Whoever asked may lie under other screens by now.
            for index in stack.indices.dropLast() {
                deferred[index, default: []] += stack[index].receive(answer, size)
            }
            return resolve(stack[top].receive(answer, size))
        case .paste(let text):
            return stack[top].isTyping ? resolve(stack[top].paste(text, size)) : []
        case .pointer(let pointer):
            flash = nil
            return resolve(stack[top].point(pointer, size))
        case .key(let key):
            flash = nil
            return press(key)
        }
    }

    private mutating func toggleMouse() -> [Effect] {
        hasMouse.toggle()
        flash =
            hasMouse
            ? "The mouse acts here again." : "The mouse selects text again; \(keymap.text(.mouse)) takes it back."
        return [.terminal(.captureMouse(hasMouse))]
    }

    private mutating func press(_ key: Key) -> [Effect] {
        let top = stack.count - 1
        if keymap.isKey(key, for: .redraw) { return [.terminal(.redraw)] }
        if stack[top].isTyping { return resolve(stack[top].type(key, size)) }
        if keymap.isKey(key, for: .mouse) { return toggleMouse() }
        if keymap.isKey(key, for: .help), !(stack[top] is HelpScreen) {
            stack.append(HelpScreen(stack[top].actions, keymap))
            return []
        }
        let offers = stack[top].actions
        guard let offer = offers.first(where: { keymap.isKey(key, for: $0.action) }) else {
            flash = "That key does nothing here; \(keymap.text(.help)) shows those that do."
            return []
        }
        return resolve(stack[top].act(offer.action, size))
    }

    private mutating func resolve(_ requests: [Request]) -> [Effect] {
        var effects: [Effect] = []
        for request in requests {
            switch request {
            case .push(let screen):
                stack.append(screen)
                effects += resolve(stack[stack.count - 1].appear(size))
            case .enter(let screen):
                stack.removeLast(stack.count - 1)
                deferred = [:]
                stack.append(screen)
                effects += resolve(stack[stack.count - 1].appear(size))
            case .pop:
                effects += pop()
            case .effect(let effect):
                if case .close = effect { jobs.removeAll() }
                effects.append(effect)
            case .run(let job): effects += jobs.run(job)
            case .hurry(let kind): effects += jobs.hurry(kind)
            case .cancel(let kind): effects += jobs.cancel(kind)
            }
        }
        return effects
    }

    private mutating func pop() -> [Effect] {
        guard stack.count > 1 else { return [.terminal(.quit)] }
        stack.removeLast()
        return resolve(deferred.removeValue(forKey: stack.count - 1) ?? [])
    }

    /// The screen as cells.
    public func view() -> Grid {
        var grid = Grid(size: size, look: look)
        guard size.columns >= Size.smallest.columns, size.rows >= Size.smallest.rows else {
            drawTooSmall(in: &grid)
            return grid
        }
        let screen = stack[stack.count - 1]
        screen.draw(in: &grid)
        drawFooter(of: screen, in: &grid)
        return grid
    }

    private func drawTooSmall(in grid: inout Grid) {
        let needed = Size.smallest
        let lines = wrapped(
            "credulity needs \(needed.columns) columns and \(needed.rows) rows; this window has "
                + "\(size.columns) and \(size.rows). Nothing is lost: make it larger to go on.",
            width: size.columns)
        for (row, line) in lines.enumerated() { grid.put(line, row: row, column: 0) }
        grid.cursor = (0, 0)
    }

    private func drawFooter(of screen: any Screen, in grid: inout Grid) {
        let row = size.rows - 1
        if let prompt = flash ?? screen.prompt {
            grid.put(prompt, row: row, column: 1, style: .alarm, width: size.columns - 1)
            return
        }
        // Help and the way out are always there; the others as far as there is room.
        let ways = screen.actions.filter { $0.label != nil }
        let kept = [Offer(.help, "help")] + ways.filter { $0.action == .quit }
        func columns(_ offer: Offer) -> Int { keymap.text(offer.action).columns + 1 + (offer.label?.columns ?? 0) + 2 }
        var room = size.columns - 1 - kept.reduce(0) { $0 + columns($1) }
        let others = ways.filter { $0.action != .quit }.prefix { offer in
            room -= columns(offer)
            return room >= 0
        }
        var column = 1
        for offer in others + kept {
            column = grid.put(keymap.text(offer.action), row: row, column: column, style: .strong)
            column = grid.put(offer.label ?? "", row: row, column: column + 1) + 2
        }
    }
}

extension Size {
    /// The least in which a match can be played.
    static let smallest = Size(columns: 80, rows: 22)
}
