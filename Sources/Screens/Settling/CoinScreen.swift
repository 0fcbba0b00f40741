import Game
import Play
import Review
import Text

/// The form of a card that somebody makes up, with what the book says of it as it is filled in.
struct CoinScreen: Screen {
    private let session: Session
    private let shown: MatchAtStep
    private var form: CoinForm
    /// What must occur in the name of a feature to be listed.
    private var filter = TextField(limit: 24)
    private var list = ListState()
    private var preview: CoinPreview?
    private var complaint: String?

    init(_ session: Session) {
        self.session = session
        shown = MatchAtStep(session.record)
        form = CoinForm(session.position)
    }

    var actions: [Offer] { [] }
    var isTyping: Bool { true }

    private var features: [Feature.ID] {
        let ruleset = shown.ruleset
        let letters = filter.trimmed.lowercased()
        return ruleset.featureIDs.filter { letters.isEmpty || ruleset[$0].name.lowercased().contains(letters) }
    }

    private var feature: Feature.ID? {
        let features = features
        return features.indices.contains(list.selection) ? features[list.selection] : nil
    }

    mutating func type(_ key: Key, _ size: Size) -> [Request] {
        complaint = nil
        switch key {
        case .enter: return price()
        case .escape:
            guard form.field == .features, !filter.text.isEmpty else { return [.pop] }
            filter = TextField(limit: 24)
            list = ListState()
        case .tab: form.move(by: 1)
        case .backtab: form.move(by: -1)
        case .up, .down, .pageUp, .pageDown: move(key, size)
        case .left where form.typed(form.field) == nil: change(by: -1)
        case .right where form.typed(form.field) == nil: change(by: 1)
        case .character(" ") where form.field == .features: toggle()
        case .character(let character): insert(String(character))
        default: edit { _ = $0.type(key) }
        }
        return []
    }

    mutating func paste(_ text: String, _ size: Size) -> [Request] {
        complaint = nil
        insert(text)
        return []
    }

    /// Up and down go through the features, and out of them at their ends.
    private mutating func move(_ key: Key, _ size: Size) {
        let isDown = key == .down || key == .pageDown
        let step = (key == .pageUp || key == .pageDown ? 5 : 1) * (isDown ? 1 : -1)
        let isInside = isDown ? list.selection < features.count - 1 : list.selection > 0
        guard form.field == .features, isInside || isDown else { return form.move(by: isDown ? 1 : -1) }
        list.move(by: step, count: features.count, visible: layout(size).list.rows - 1)
    }

    private mutating func change(by step: Int) {
        form.change(by: step)
        look()
    }

    private mutating func toggle() {
        guard let feature else { return }
        form.toggle(feature)
        look()
    }

    /// What does not fit, or cannot be shown, is left out, and that is said.
    private mutating func insert(_ text: String) {
        var isWhole = true
        edit { field in
            let before = field.characters.count
            field.insert(text)
            isWhole = field.characters.count == before + text.count
        }
        if !isWhole {
            complaint = "Not all of that was taken: plain text on one line, as much as a card holds."
        }
    }

    private mutating func edit(_ change: (inout TextField) -> Void) {
        if form.field == .features {
            change(&filter)
            list = ListState()
        } else {
            form.edit(change)
        }
    }

    /// What the book says of the card as it stands now.
    private mutating func look() {
        preview = form.features.isEmpty ? nil : shown.preview(of: form.named)
    }

    /// On to its number, where the card could be played at some.
    private mutating func price() -> [Request] {
        if let gap = form.gap {
            form.field = gap.field
            complaint = gap.complaint
            return []
        }
        do {
            let coin = form.coin
            try coin.checkText()
            let sealing = try session.sealing(.coin(coin))
            return [.push(SealingScreen(sealing, in: session, over: 2))]
        } catch {
            complaint = "\(error)".capitalizedFirst + ". The coin is kept."
            return []
        }
    }
}

extension CoinForm {
    /// The card, under a name that is free as long as it has none.
    var named: Coin {
        gap?.field == .name ? Coin("new-card", coin.kind, text: coin.text, act: coin.act) : coin
    }
}

// How it looks.
extension CoinScreen {
    var prompt: String? {
        if let complaint { return complaint }
        switch form.field {
        case .features: return "Space take, drop   letters find   Tab next field   Enter price it   Esc leave"
        case .kind, .family, .channel: return "Left Right change   Tab next field   Enter price it   Esc leave it"
        case .name, .text, .then: return "Tab next field   Enter price it   Esc leave it"
        }
    }

    private struct Layout {
        var live: Area?
        var fields: Area
        var list: Area
        var preview: Area
    }

    private func layout(_ size: Size) -> Layout {
        var body = MatchLayout.body(size)
        let live = MatchLayout.isWide(size) ? body.takeTop(6) : nil
        let fields = body.takeTop(form.fields.count)
        let previewRows = MatchLayout.isWide(size) ? 7 : 6
        return Layout(live: live, fields: fields, list: body.takeTop(body.rows - previewRows), preview: body)
    }

    func draw(in grid: inout Grid) {
        grid.header(shown)
        grid.meters(shown)
        let layout = layout(grid.size)
        if let live = layout.live { grid.live(shown, in: live) }
        let left = session.position.coinsLeft[form.side]
        grid.rule(
            layout.fields.titleRow, title: "\(shown.name(form.side)) coins a card",
            caption: "\(max(0, left - 1)) of \(shown.ruleset.limits.coins) left after this")
        for (index, field) in form.fields.filter({ $0 != .features }).enumerated() {
            draw(field, row: layout.fields.row + 1 + index, &grid)
        }
        drawFeatures(in: layout.list, &grid)
        drawPreview(in: layout.preview, &grid)
    }

    private func draw(_ field: CoinForm.Field, row: Int, _ grid: inout Grid) {
        let isFocused = field == form.field
        let start = 14
        let width = grid.size.columns - start - 2
        if isFocused { grid.put(String(grid.look.marker), row: row, column: 1, style: .strong) }
        grid.put(form.label(field), row: row, column: 3, style: isFocused ? .strong : .plain)
        guard let typed = form.typed(field) else {
            let value = form.value(field)
            grid.put(
                isFocused ? "< \(value) >" : value, row: row, column: start, style: isFocused ? .focus : .plain,
                width: width)
            if isFocused { grid.cursor = (row, start) }
            return
        }
        if typed.text.isEmpty { grid.put(form.hint(field), row: row, column: start, style: .faint, width: width) }
        if isFocused {
            typed.draw(in: &grid, Area(row: row, column: start, columns: width, rows: 1))
        } else {
            grid.put(typed.text, row: row, column: start, width: width)
        }
    }

    private func drawFeatures(in area: Area, _ grid: inout Grid) {
        let isFocused = form.field == .features
        let needed = shown.position.live.map { "the live one needs \(shown.needs($0))" } ?? ""
        let isCounter = form.side == .training
        let found = filter.trimmed.isEmpty ? "" : "with “\(filter.text)”"
        let chosen = form.features.map { shown.ruleset[$0].name }.joined(separator: ", ")
        let title = chosen.isEmpty ? "\(form.label(.features)): nothing yet" : "\(form.label(.features)): \(chosen)"
        let captions = [found, isCounter ? needed : ""].filter { !$0.isEmpty }
        let caption = captions.first { title.columns + $0.columns + 10 <= area.columns } ?? ""
        grid.rule(area.titleRow, title: title, caption: caption, isFocused: isFocused)
        let rows = area.rowsUnderTitle
        for (offset, feature) in features.dropFirst(list.top).prefix(rows.rows).enumerated() {
            let isSelected = isFocused && list.top + offset == list.selection
            let row = rows.row + offset
            grid.put(line(of: feature), row: row, column: 3, style: isSelected ? .focus : .plain)
            guard isSelected else { continue }
            grid.put(String(grid.look.marker), row: row, column: 1, style: .strong)
            grid.cursor = (row, 1)
        }
    }

    /// A feature with the credence by which it counts.
    private func line(of feature: Feature.ID) -> String {
        let rules = shown.position.rules
        let bits = rules.bits(of: feature, coinedBy: form.side, form.provenance)
        let price = bits.map { "\($0.credenceText.padded(9))\($0.description.flushed(6))" }
        let mark = form.features.contains(feature) ? "[x] " : "[ ] "
        let needed = form.side == .training && shown.position.live?.trigger.contains(feature) == true ? "  needed" : ""
        return mark + shown.ruleset[feature].name.padded(26) + (price ?? "not to be had; counts as unlisted") + needed
    }

    private func drawPreview(in area: Area, _ grid: inout Grid) {
        grid.rule(area.titleRow, title: "What the book says")
        let sentences = preview?.sentences ?? ["Take a feature, and it is said here what the card would be worth."]
        let lines = sentences.flatMap { Line.wrapping($0, width: area.content.columns) }
        grid.lines(lines, in: area.content, marksCut: true)
    }
}
