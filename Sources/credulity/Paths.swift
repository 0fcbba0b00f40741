import Game
import Foundation
import Rulebook
import SystemPackage
import Text

/// Where rulesets and saved matches are.
enum Paths {
    /// Folders that may hold rulesets, the first to be believed first.
    static var rulesetFolders: [String] {
        if let folder = variable("CREDULITY_RULESETS") { return [folder] }
        var folders = [workingCheckout?.appending("Rulesets"), dataFolder.appending("Rulesets")]
        if let program {
            folders.append(program.removingLastComponent().appending("share/credulity/Rulesets"))
            folders.append(checkout(above: program)?.appending("Rulesets"))
        }
        let shared = variable("XDG_DATA_DIRS") ?? "/usr/local/share:/usr/share"
        folders += shared.split(separator: ":").map { FilePath(String($0)).appending("credulity/Rulesets") }
        var seen: Set<FilePath> = []
        return folders.compactMap(\.self).filter { seen.insert($0).inserted }.map(\.string)
    }

    /// Where rulesets were looked for, as the end of a sentence.
    static var searched: String {
        "looked in " + rulesetFolders.joined(separator: ", ")
    }

    /// The schema of ruleset files, which lies beside those that are shipped; `nil` where there is none.
    static var schema: String? {
        rulesetFolders.map { $0 + "/ruleset.schema.json" }.first(where: FileManager.default.fileExists)
    }

    /// The folder of saved matches: of the checkout one is in, else one's own.
    static var saves: String {
        variable("CREDULITY_SAVES") ?? (workingCheckout?.appending("Saves") ?? dataFolder).string
    }

    /// Every ruleset that is found, by identifier, the first of each in the order of the folders.
    static var rulesetFiles: [(identifier: String, path: String)] {
        var found: [(identifier: String, path: String)] = []
        for folder in rulesetFolders {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            for name in names.sorted() {
                guard let identifier = rulesetName(name), !found.contains(where: { $0.identifier == identifier })
                else { continue }
                found.append((identifier, folder + "/" + name))
            }
        }
        return found
    }

    /// The name of a ruleset's file without what tells that it is one; `nil` for other files.
    static func rulesetName(_ file: String) -> String? {
        let ending = [".yaml", ".yml"].first(where: file.hasSuffix)
        return ending.map { String(file.dropLast($0.count)) }
    }

    /// Where what is worth little is kept.
    static var stateFolder: FilePath { own("XDG_STATE_HOME", ".local/state") }

    /// Where a player's own settings are.
    static var configFolder: FilePath { own("XDG_CONFIG_HOME", ".config") }

    private static var dataFolder: FilePath { own("XDG_DATA_HOME", ".local/share") }

    /// The program's own folder in one of the user's, which a variable names if it is not the usual one.
    private static func own(_ name: String, _ usual: String) -> FilePath {
        let folder = variable(name).map { FilePath($0) } ?? FilePath(variable("HOME") ?? "/").appending(usual)
        return folder.appending("credulity")
    }

    private static func variable(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The folder of the running program.
    private static var program: FilePath? {
        let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return path.map { FilePath($0).removingLastComponent() }
    }

    private static var workingCheckout: FilePath? {
        checkout(above: FilePath(FileManager.default.currentDirectoryPath))
    }

    /// The nearest folder, upwards, that is a checkout of this project.
    private static func checkout(above folder: FilePath) -> FilePath? {
        var path = folder
        while path.lastComponent != nil {
            let isCheckout = ["Package.swift", "Rulesets", "Saves"].allSatisfy {
                FileManager.default.fileExists(atPath: path.appending($0).string)
            }
            if isCheckout { return path }
            path.removeLastComponent()
        }
        return nil
    }
}

/// Rulesets as the words of the command line name them. Each says what is wrong and throws an exit code.
extension Paths {
    /// By its path, or by the identifier of one that is shipped.
    static func rulebook(_ name: String) throws -> Rulebook {
        let path: String
        if name.contains("/") || rulesetName(name) != nil {
            path = name
        } else {
            let files = rulesetFiles
            guard !files.isEmpty else { throw failure("no ruleset “\(name)”, nor any other: \(searched)", code: 66) }
            guard let file = files.first(where: { $0.identifier == name }) else {
                let close = nearest(to: name, among: files.map(\.identifier))
                let beside = [".yaml", ".yml"].map { "./\(name)\($0)" }.first(where: FileManager.default.fileExists)
                let hint = (beside ?? close).map { "; did you mean “\($0)”?" } ?? ";"
                throw failure("no ruleset “\(name)”\(hint) “credulity rules list” shows them; a path has a “/”")
            }
            path = file.path
        }
        do {
            return try Rulebook(contentsOf: path)
        } catch {
            throw failure("\(error)")
        }
    }

    static func ruleset(_ name: String) throws -> Ruleset {
        try rulebook(name).ruleset
    }
}

/// A ruleset has no profile of that name.
struct UnknownProfile: Error, CustomStringConvertible {
    let name: String
    let ruleset: String
    let known: [String]

    init(profile: String, of ruleset: Ruleset) {
        name = profile
        self.ruleset = ruleset.identifier
        known = ["house"] + ruleset.profiles.map(\.identifier)
    }

    var description: String {
        "“\(ruleset)” has no profile “\(name)”; it has \(known.joined(separator: ", "))"
    }
}

extension Ruleset {
    /// The ruleset under a profile, `house` or none being the file's own numbers.
    func under(named profile: String?) throws(UnknownProfile) -> Ruleset {
        guard let profile, profile != "house" else { return self }
        if let played = under(profile: profile) { return played }
        throw UnknownProfile(profile: profile, of: self)
    }
}
