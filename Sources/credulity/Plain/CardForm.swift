import Game
import Play
import Screens
import Text

/// A card as somebody makes it up, field by field; what was typed stays for another try.
struct CardForm {
    /// How a pattern is played.
    var verb = Move.Kind.propose
    /// How a situation is had.
    var provenance = Provenance.ordinary
    var identifier = ""
    var text = ""
    var act = ""
    var features = FeatureSet()
    var family = ""
    var channel = Channel.behaviour

    /// Begins with what can be played now.
    init(in position: Position) {
        verb = position.live == nil ? .propose : .shallower
    }

    /// Begins with a card that was written in a line of notation.
    init(_ coin: Coin, in position: Position) {
        self.init(in: position)
        identifier = coin.identifier
        switch coin.kind {
        case .pattern(let verb, let trigger, let family):
            (self.verb, features, self.family) = (verb, trigger, family ?? "")
        case .situation(let provenance, let exhibits, let channel):
            (self.provenance, features, self.channel) = (provenance, exhibits, channel)
        }
    }

    /// The card, as the side plays it whose turn it is.
    func coin(for side: Side) -> Coin {
        let isProposed = verb == .propose && !family.isEmpty
        let kind: Coin.Kind =
            side == .training
            ? .situation(provenance, exhibits: features, channel)
            : .pattern(verb, trigger: features, family: isProposed ? family : nil)
        return Coin(identifier, kind, text: text, act: side == .training || act.isEmpty ? nil : act)
    }

    /// Takes a name as an identifier: `Flinch at words` as `flinch-at-words`.
    ///
    /// - Returns: what is wrong with it, if anything is.
    mutating func take(name: String) -> String? {
        let identifier = name.lowercased().split(separator: " ").joined(separator: "-")
        guard identifier.isIdentifier else {
            return "“\(name.madePlain)” is no name of a card: letters from a to z, digits, blanks and hyphens"
        }
        self.identifier = identifier
        return checked()
    }

    mutating func take(text: String) -> String? {
        guard !text.isEmpty else { return "a card says something" }
        self.text = text
        return checked { $0.text = "" }
    }

    mutating func take(act: String) -> String? {
        self.act = act
        return checked { $0.act = "" }
    }

    /// Takes features by their numbers in the list or by identifier, with blanks, commas or plus signs between them.
    mutating func take(features line: String, of ruleset: Ruleset) -> String? {
        var taken = FeatureSet()
        for word in line.split(whereSeparator: { " ,+".contains($0) }).map(String.init) {
            let ids = ruleset.featureIDs
            guard let feature = ids.numbered(word) ?? ids.first(where: { ruleset[$0].identifier == word }) else {
                let near = nearest(to: word, among: ruleset.features.map(\.identifier))
                return "there is no feature “\(word.madePlain)”" + (near.map { "; did you mean “\($0)”?" } ?? "")
            }
            taken = taken.inserting(feature)
        }
        guard !taken.isEmpty else { return "at least one of them, such as 1" }
        features = taken
        return nil
    }

    mutating func take(family: String) -> String? {
        guard family.isEmpty || family.isIdentifier else {
            return "“\(family.madePlain)” is no family: lower-case letters, digits and hyphens"
        }
        self.family = family
        return nil
    }

    /// Takes one of several by its number or its name.
    static func choice<Value: RawRepresentable<String>>(_ line: String, of values: [Value]) -> Value? {
        values.numbered(line) ?? values.first { $0.rawValue == line.lowercased() }
    }

    /// What is wrong with what is written on the card; that is not kept then.
    private mutating func checked(_ forget: (inout CardForm) -> Void = { _ in }) -> String? {
        do throws(RecordError) {
            try Coin(identifier, .situation(.ordinary, exhibits: features, channel), text: text, act: act).checkText()
            return nil
        } catch {
            forget(&self)
            return "\(error)"
        }
    }
}
