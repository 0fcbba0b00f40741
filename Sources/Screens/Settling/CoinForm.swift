import Game
import Play
import Text

/// A card that is being made up: what has been filled in of it.
struct CoinForm: Hashable, Sendable {
    enum Field: Hashable, Sendable {
        case kind, name, text, then, family, channel, features
    }

    let side: Side
    private let families: [String]
    private let kinds: [Move.Kind]
    private let provenances: [Provenance]
    private var kindIndex = 0
    /// 0 is none.
    private var familyIndex = 0
    private var channel = Channel.behaviour
    private(set) var name = TextField(limit: Coin.nameColumns)
    private(set) var text = TextField(limit: Coin.textColumns)
    private(set) var then = TextField(limit: Coin.textColumns)
    private(set) var features = FeatureSet()
    var field = Field.kind

    /// For the side to move.
    init(_ position: Position) {
        side = position.sideToMove
        let ruleset = position.ruleset
        families = Array(Set(ruleset.patterns.compactMap(\.family))).sorted()
        kinds = position.coinedKinds
        provenances = position.rules.mode == .easy ? [.ordinary, .deliberate] : [.ordinary]
        // What can be played, as far as that is known beforehand.
        if side == .divergence, position.proposalsLeft == 0 { kindIndex = kinds.count > 1 ? 1 : 0 }
    }

    private var isPattern: Bool { side == .divergence }

    /// In the order in which they are gone through.
    var fields: [Field] {
        guard isPattern else { return [.kind, .name, .text, .channel, .features] }
        return [.kind, .name, .text, .then] + (kinds[kindIndex] == .propose ? [.family] : []) + [.features]
    }

    var provenance: Provenance { isPattern ? .ordinary : provenances[kindIndex] }

    /// The card as it stands, whether or not it can be.
    var coin: Coin {
        let text = text.trimmed, then = then.trimmed
        let kind: Coin.Kind =
            isPattern
            ? .pattern(kinds[kindIndex], trigger: features, family: kinds[kindIndex] == .propose ? family : nil)
            : .situation(provenance, exhibits: features, channel)
        return Coin(identifier, kind, text: text, act: isPattern && !then.isEmpty ? then.asSentence : nil)
    }

    /// The name in small letters, digits and hyphens.
    private var identifier: String {
        let words = name.trimmed.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return words.joined(separator: "-")
    }

    private var family: String? { familyIndex == 0 ? nil : families[familyIndex - 1] }

    /// What is still to be filled in; `nil`: nothing.
    var gap: (field: Field, complaint: String)? {
        if name.trimmed.isEmpty { return (.name, "The card needs a name, such as “the night watch”.") }
        if !identifier.isIdentifier { return (.name, "A name begins with a letter from a to z.") }
        if text.trimmed.isEmpty { return (.text, "The card needs a text: \(hint(.text)).") }
        if features.isEmpty { return (.features, "The card needs a feature: Space takes the one under the marker.") }
        return nil
    }

    mutating func move(by step: Int) {
        let fields = fields
        let index = fields.firstIndex(of: field) ?? 0
        field = fields[(index + step + fields.count) % fields.count]
    }

    /// Another choice of a field that has some.
    mutating func change(by step: Int) {
        func cycled(_ value: Int, _ count: Int) -> Int { (value + step + count) % count }
        switch field {
        case .kind: kindIndex = cycled(kindIndex, isPattern ? kinds.count : provenances.count)
        case .family: familyIndex = cycled(familyIndex, families.count + 1)
        case .channel:
            let index = Channel.allCases.firstIndex(of: channel) ?? 0
            channel = Channel.allCases[cycled(index, Channel.allCases.count)]
        case .name, .text, .then, .features: break
        }
    }

    mutating func toggle(_ feature: Feature.ID) {
        features =
            features.contains(feature)
            ? features.subtracting(FeatureSet([feature])) : features.inserting(feature)
    }

    /// Changes the text of the field in focus; nothing where that is no text.
    mutating func edit(_ change: (inout TextField) -> Void) {
        switch field {
        case .name: change(&name)
        case .text: change(&text)
        case .then: change(&then)
        case .kind, .family, .channel, .features: break
        }
    }

    /// The text of a field; `nil` where a choice is made.
    func typed(_ field: Field) -> TextField? {
        switch field {
        case .name: name
        case .text: text
        case .then: then
        case .kind, .family, .channel, .features: nil
        }
    }

    func label(_ field: Field) -> String {
        switch field {
        case .kind: "Played as"
        case .name: "Name"
        case .text: "Text"
        case .then: "Then"
        case .family: "Family"
        case .channel: "Seen in"
        case .features: isPattern ? "Needs" : "Shows"
        }
    }

    /// What is chosen.
    func value(_ field: Field) -> String {
        switch field {
        case .kind: isPattern ? kinds[kindIndex].rawValue : "a counter, \(provenance.rawValue) data"
        case .family: family ?? "none"
        case .channel: channel.rawValue
        case .name, .text, .then, .features: ""
        }
    }

    /// What a text is to say.
    func hint(_ field: Field) -> String {
        switch field {
        case .text: isPattern ? "it learned that …" : "what is on the page, and what was done there"
        case .then: "what it then does"
        case .name: "a few words, of at most \(Coin.nameColumns) columns"
        case .kind, .family, .channel, .features: ""
        }
    }
}
