import Game
import Text

extension Mapping {
    /// The words on a card; `nil` without an identifier.
    private func label(sourced: Bool = true) -> CardLabel? {
        let identifier = required("id", .identifier)
        let name = optional("name", .name)
        let text = required("text", .text)
        let why = optional("why", .text)
        let source = sourced ? required("source", .text) : optional("source", .text)
        guard let identifier else { return nil }
        needName(ifWide: identifier, for: "card")
        return CardLabel(identifier, name: name, text: text ?? "", why: why, source: source)
    }

    /// Complains of an identifier that is too wide to stand in for a name.
    func needName(ifWide identifier: String, for noun: String) {
        guard !has("name"), identifier.columns > Format<String>.nameLimit else { return }
        report.error(
            "\(identifier.quoted) is wider than \(Format<String>.nameLimit) columns: give the \(noun) a name",
            at: place(of: "id"))
    }

    /// The ordinary and the deliberate credence, in that order of size.
    private func credences() -> (ordinary: Credence?, deliberate: Credence?) {
        let ordinary = optional("ordinary", .credence)
        let deliberate = optional("deliberate", .credence)
        report.disorder(ordinary: ordinary, deliberate: deliberate, at: place(of: "deliberate"))
        return (ordinary, deliberate)
    }

    /// - Parameter exclusions: takes in what the feature excludes, by its identifier.
    func feature(_ exclusions: inout [String: [Placed<String>]]) -> Feature? {
        let label = label()
        let clause = optional("as", .text)
        let excluded = optional("excludes", .distinct("feature identifiers", Format<String>.identifier) { $0 })
        if let label { exclusions[label.identifier] = excluded }
        let condition = required("condition", .credence)
        let (ordinary, deliberate) = credences()
        let delay = optional("delay", .whole("steps", from: 0))
        return label.map {
            Feature(
                $0, clause: clause, condition: condition ?? .certain, ordinary: ordinary, deliberate: deliberate,
                delay: delay ?? 0)
        }
    }

    func pattern(_ features: Vocabulary) -> Pattern? {
        let label = label()
        let act = optional("act", .text)
        let credence = required("credence", .credence)
        let trigger = required("trigger", .words(of: features))
        if isEmptyList("trigger") {
            report.error("the trigger is empty, so nothing would set it off", at: place(of: "trigger"))
        }
        let depth = required("depth", .whole("levels", from: 1))
        let misattributes = optional("misattributes", .flag)
        let hidesFrom = optional("hides_from", Keywords.channels.several)
        let cis = optional("cis", .flag)
        let family = optional("family", .identifier)
        return label.map {
            Pattern(
                $0, act: act, credence: credence ?? .certain, trigger: FeatureSet(of: trigger),
                depth: depth ?? 1,
                misattributes: misattributes ?? false,
                hidesFrom: Channels(hidesFrom ?? []), cis: cis ?? false, family: family)
        }
    }

    func situation(_ features: Vocabulary) -> Situation? {
        let label = label()
        let exhibits = required("exhibits", .words(of: features))
        let channel = required("channel", Keywords.channels.one)
        let (ordinary, deliberate) = credences()
        if !has("ordinary") && !has("deliberate") {
            report.error(
                "a situation needs an ordinary or a deliberate credence, or both", at: place(of: "id"))
        }
        return label.map {
            Situation(
                $0, exhibits: FeatureSet(of: exhibits), channel: channel ?? .behaviour,
                ordinary: ordinary, deliberate: deliberate)
        }
    }

    /// A deployment, which may not arrive before `latest`, the one listed before it.
    func deployment(_ features: Vocabulary, after latest: inout Int) -> Deployment? {
        let label = label(sourced: false)
        let occurring = required("features", .words(of: features))
        let arrives = required("arrives", .whole("steps", from: 0))
        if let arrives, arrives < latest {
            report.error(
                "deployments are listed as they arrive, but this one at \(arrives) follows one at \(latest)",
                at: place(of: "arrives"))
        }
        latest = max(latest, arrives ?? 0)
        return label.map { Deployment($0, features: FeatureSet(of: occurring), arrives: arrives ?? 0) }
    }
}

extension Report {
    /// Complains of a deliberate credence below the ordinary one.
    func disorder(
        ordinary: Credence?, deliberate: Credence?, at place: Place, profile: String? = nil
    ) {
        guard let ordinary, let deliberate, deliberate < ordinary else { return }
        error("deliberate \(deliberate) is below ordinary \(ordinary)\(profile.underProfile)", at: place)
    }
}

extension String? {
    /// ` under the profile “…”`, or nothing for the house.
    var underProfile: String {
        map { " under the profile \($0.quoted)" } ?? ""
    }
}

extension FeatureSet {
    init(of indices: [Int]?) {
        self.init((indices ?? []).map(Feature.ID.init))
    }
}
