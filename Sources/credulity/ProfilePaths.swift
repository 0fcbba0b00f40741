import ArgumentParser
import Foundation
import Game
import Rulebook
import Text

/// What `--profile` names.
enum NamedProfile {
    /// One of the ruleset's own.
    case own(Profile)
    case file(ProfileFile)
}

/// Profiles as the words of the command line name them. Each says what is wrong and throws an exit code.
extension Paths {
    /// By its identifier, or by the path of its file.
    static func profile(_ name: String, of ruleset: Ruleset) throws -> NamedProfile {
        if !isProfilePath(name) {
            if let own = ruleset.profiles.first(where: { $0.identifier == name }) { return .own(own) }
            guard isFile(name) else { throw failure(noProfile(name, of: ruleset)) }
        }
        do {
            return .file(try ProfileFile(contentsOf: name, for: ruleset))
        } catch {
            throw failure("\(error)")
        }
    }

    /// A ruleset and the identifier of a profile of it, `nil` for the house.
    ///
    /// One from a file joins the ruleset, so that a match that is played by it holds it.
    static func profiled(_ name: String?, _ ruleset: Ruleset) throws -> (ruleset: Ruleset, profile: String?) {
        guard let name, name != "house" else { return (ruleset, nil) }
        switch try profile(name, of: ruleset) {
        case .own(let profile): return (ruleset, profile.identifier)
        case .file(let file): return (file.ruleset, file.profile.identifier)
        }
    }

    /// A ruleset under a profile, `house` or none being the file's own numbers.
    static func under(_ name: String?, _ ruleset: Ruleset) throws -> Ruleset {
        let (ruleset, profile) = try profiled(name, ruleset)
        return profile.flatMap(ruleset.under(profile:)) ?? ruleset
    }

    /// Whether a file with such a name may hold a profile.
    static func isProfileName(_ file: String) -> Bool {
        rulesetName(file) != nil || file.hasSuffix(".json")
    }

    /// Whether a word can only be a path: identifiers have neither slashes nor dots.
    private static func isProfilePath(_ name: String) -> Bool { name.contains("/") || isProfileName(name) }

    private static func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }

    private static func noProfile(_ name: String, of ruleset: Ruleset) -> String {
        let unknown = UnknownProfile(profile: name, of: ruleset)
        let beside = [".yaml", ".yml", ".json"].map { "./\(name)\($0)" }.first(where: isFile)
        let hint = beside ?? nearest(to: name, among: unknown.known)
        return "\(unknown)" + (hint.map { "; did you mean “\($0)”?" } ?? ", and there is no file of that name")
    }
}
