import Game

/// A small ruleset for an author to begin with, `template.yaml`: it plays as it stands, and its comments teach the format.
public struct Template: Hashable, Sendable {
    public let identifier: String

    /// `nil` unless that can be the identifier of a ruleset.
    public init?(identifier: String) {
        guard identifier.isIdentifier else { return nil }
        self.identifier = identifier
    }

    /// The whole file.
    public var yaml: String {
        String(decoding: PackageResources.template_yaml, as: UTF8.self).replacing("reading-room", with: identifier)
    }
}
