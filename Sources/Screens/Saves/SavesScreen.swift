import Play
import Game
import Text

/// Saved matches, the one last played first: to go on with, or to step through.
struct SavesScreen: Screen {
    let unfinishedOnly: Bool
    /// The folder as far as it was read; `nil` before anything was.
    private(set) var found: SavedFiles?
    /// What the list shows.
    private(set) var rows: [SavedFile] = []
    private(set) var filter = ""
    private(set) var order = SavedOrder.played
    /// Said of what was done last.
    private(set) var notice: Line?
    private(set) var list = ListState()
    private(set) var overlay: Overlay?

    /// What takes the keys.
    enum Overlay: Hashable, Sendable {
        /// Whether the selected match is to go to the trash.
        case deleting
        /// What the list is to show.
        case filtering(TextInput)
    }

    init(unfinishedOnly: Bool) {
        self.unfinishedOnly = unfinishedOnly
    }

    var actions: [Offer] {
        let looking = [
            Offer(.filter, filter.isEmpty ? "search" : "other words", help: "show only matches with these words"),
            Offer(.sort, "sort", help: "sort the matches another way"),
        ]
        let back = Offer(.back, filter.isEmpty ? "back" : "all matches")
        return choosing + (found?.files.isEmpty ?? true ? [] : looking) + [back, Offer(.quit)] + Offer.movement
    }

    private var choosing: [Offer] {
        guard let selected else { return [] }
        var offers: [Offer] = []
        if let match = selected.match {
            offers.append(Offer(.accept, match.isWaiting ? "go on" : "step through"))
            if match.isWaiting { offers.append(Offer(.right, "step through", help: "step through it")) }
        }
        return offers + [Offer(.delete, "delete")]
    }

    var selected: SavedFile? {
        rows.indices.contains(list.selection) ? rows[list.selection] : nil
    }

    mutating func appear(_ size: Size) -> [Request] {
        [.run(.list)]
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        notice = nil
        switch action {
        case .accept: return opening(toPlay: true)
        case .right: return opening(toPlay: false)
        case .delete: overlay = selected == nil ? nil : .deleting
        case .filter: overlay = .filtering(TextInput(.filter, filter))
        case .sort:
            order = order.next
            refresh(size, keepingPlace: false)
        case .back where !filter.isEmpty: search("", size)
        case .back, .quit: return [.cancel(.list), .pop]
        default: _ = list.act(action, count: rows.count, visible: visible(size))
        }
        return []
    }

    private func opening(toPlay: Bool) -> [Request] {
        guard let match = selected?.match else { return [] }
        guard match.damage == nil else { return [.effect(.openBroken(path: match.path))] }
        return [.effect(.open(path: match.path, toPlay: toPlay && match.isWaiting))]
    }

    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request] {
        guard overlay == nil else { return [] }
        guard pointer.kind == .click else { return act(pointer.kind == .wheelUp ? .up : .down, size) }
        let index = list.top + pointer.row - 3
        guard (3..<(3 + visible(size))).contains(pointer.row), rows.indices.contains(index) else { return [] }
        list.select(index, count: rows.count, visible: visible(size))
        return act(.accept, size)
    }

    mutating func receive(_ answer: Answer, _ size: Size) -> [Request] {
        switch answer {
        case .opened(let record, let path, let notice, let toPlay):
            return toPlay
                ? [.cancel(.list), .enter(MatchScreen(record, path: path, notice: notice))]
                : [.push(ReplayScreen(record, path: path, notice: notice))]
        case .discarded(let path):
            let name = fileName(path).madePlain
            notice = Line("In the trash now: \(name), in \(path.dropLast(fileName(path).count + 1))")
            return [.run(.list)]
        case .failed(let reason): notice = Line(reason, style: .alarm)
        case .rulesets, .begun, .journalled, .savedElsewhere, .tutored, .skippedRows, .drafts, .edited, .copied: break
        }
        return []
    }

    mutating func receive(_ answer: LateAnswer, _ size: Size) -> [Request] {
        guard case .listed(let files) = answer else { return [] }
        // What is there is better than the beginning of the same list.
        guard files.isWhole || files.files.count >= found?.files.count ?? 0 else { return [] }
        found = files
        refresh(size, keepingPlace: list.selection > 0)
        return []
    }

    mutating func resized(to size: Size) {
        list.select(list.selection, count: rows.count, visible: visible(size))
    }

    func visible(_ size: Size) -> Int { size.rows - 11 }

    /// Shows what is wanted of what was found.
    ///
    /// - Parameter keepingPlace: whether the focus stays on its file, or goes to the top.
    private mutating func refresh(_ size: Size, keepingPlace: Bool) {
        let path = keepingPlace ? selected?.path : nil
        let wanted = found?.files(SavedQuery(filter), by: order) ?? []
        rows = unfinishedOnly ? wanted.filter { $0.match?.isWaiting ?? false } : wanted
        let place = path.flatMap { path in rows.firstIndex { $0.path == path } }
        list.select(place ?? (keepingPlace ? list.selection : 0), count: rows.count, visible: visible(size))
    }
}

// Keys and pasted text while something lies over the list.
extension SavesScreen {
    var isTyping: Bool { overlay != nil }

    var prompt: String? {
        switch overlay {
        case .deleting: "Move this match to the trash?   y yes   n no"
        case .filtering: "Type words of a match, or such as mode:easy   Enter keep   Esc show all"
        case nil: nil
        }
    }

    mutating func type(_ key: Key, _ size: Size) -> [Request] {
        switch overlay {
        case .deleting:
            guard let yes = key.yesOrNo else { break }
            overlay = nil
            return yes ? selected.map { [.effect(.discard(path: $0.path))] } ?? [] : []
        case .filtering(var input):
            let outcome = input.type(key, width: size.columns)
            overlay = .filtering(input)
            switch outcome {
            case .typed: search(input.field.text, size)
            case .finished: overlay = nil
            case .dropped:
                overlay = nil
                search("", size)
            case .passed where key == .up || key == .down:
                list.move(by: key == .up ? -1 : 1, count: rows.count, visible: visible(size))
            case .passed, .edit: break
            }
        case nil: break
        }
        return []
    }

    mutating func paste(_ text: String, _ size: Size) -> [Request] {
        guard case .filtering(var input) = overlay else { return [] }
        input.field.insert(text)
        overlay = .filtering(input)
        search(input.field.text, size)
        return []
    }

    private mutating func search(_ text: String, _ size: Size) {
        guard text != filter else { return }
        filter = text
        refresh(size, keepingPlace: false)
    }
}
