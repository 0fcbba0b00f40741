import Play
import Game
import Text

/// Saved matches, the one last played first: to go on with, or to step through.
struct SavesScreen: Screen {
    let unfinishedOnly: Bool
    private(set) var matches: [SavedMatch] = []
    private(set) var problems: [String] = []
    private(set) var isLoaded = false
    /// Said in place of what is wrong with other files.
    private(set) var notice: Line?
    private(set) var list = ListState()
    /// Whether it is being asked if the selected match is to go to the trash.
    private(set) var asksToDelete = false

    init(unfinishedOnly: Bool) {
        self.unfinishedOnly = unfinishedOnly
    }

    var actions: [Offer] {
        let choosing = [Offer(.accept, unfinishedOnly ? "go on" : "step through"), Offer(.delete, "delete")]
        return (selected == nil ? [] : choosing) + [Offer(.back, "back"), Offer(.quit)] + Offer.movement
    }

    var selected: SavedMatch? {
        matches.indices.contains(list.selection) ? matches[list.selection] : nil
    }

    var isTyping: Bool { asksToDelete }
    var prompt: String? { asksToDelete ? "Move this match to the trash?   y yes   n no" : nil }

    mutating func appear(_ size: Size) -> [Request] {
        [.effect(.listMatches)]
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        notice = nil
        switch action {
        case .accept:
            return selected.map { [.effect(.open(path: $0.path, toPlay: unfinishedOnly))] } ?? []
        case .delete: asksToDelete = selected != nil
        case .back, .quit: return [.pop]
        default: _ = list.act(action, count: matches.count, visible: visible(size))
        }
        return []
    }

    mutating func type(_ key: Key, _ size: Size) -> [Request] {
        guard let yes = key.yesOrNo else { return [] }
        asksToDelete = false
        return yes ? selected.map { [.effect(.discard(path: $0.path))] } ?? [] : []
    }

    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request] {
        guard !asksToDelete else { return [] }
        guard pointer.kind == .click else { return act(pointer.kind == .wheelUp ? .up : .down, size) }
        let index = list.top + pointer.row - 3
        guard (3..<(3 + visible(size))).contains(pointer.row), matches.indices.contains(index) else { return [] }
        list.select(index, count: matches.count, visible: visible(size))
        return act(.accept, size)
    }

    mutating func receive(_ answer: Answer, _ size: Size) -> [Request] {
        switch answer {
        case .matches(let matches, let problems):
            self.matches = matches.filter { !unfinishedOnly || $0.isWaiting }
            self.problems = problems
            isLoaded = true
            resized(to: size)
        case .opened(let record, let path, let notice, let toPlay):
            return toPlay
                ? [.enter(MatchScreen(record, path: path, notice: notice))]
                : [.push(ReplayScreen(record, path: path, notice: notice))]
        case .discarded(let path):
            let name = fileName(path)
            let text = "In the trash now: \(name), in \(path.dropLast(name.count + 1))"
            notice = Line(text)
            return [.effect(.listMatches)]
        case .failed(let reason): notice = Line(reason, style: .alarm)
        case .rulesets, .begun, .journalled, .savedElsewhere, .tutored, .skippedRows, .drafts, .edited, .copied: break
        }
        return []
    }

    mutating func resized(to size: Size) {
        list.select(list.selection, count: matches.count, visible: visible(size))
    }

    func visible(_ size: Size) -> Int { size.rows - 10 }
}
