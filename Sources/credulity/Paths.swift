import Game
import Foundation
import Rulebook
import Text

/// Where rulesets and saved matches are.
enum Paths {
    /// Folders that may hold rulesets, the first to be believed first.
    static var rulesetFolders: [String] {
        if let folder = variable("CREDULITY_RULESETS") { return [folder] }
        var folders: [String] = []
        if let checkout = checkout(above: FileManager.default.currentDirectoryPath) {
            folders.append(checkout + "/Rulesets")
        }
        folders.append(dataHome + "/credulity/Rulesets")
        let shared = variable("XDG_DATA_DIRS") ?? "/usr/local/share:/usr/share"
        if let program {
            folders.append(folder(above: program) + "/share/credulity/Rulesets")
            if let checkout = checkout(above: program) { folders.append(checkout + "/Rulesets") }
        }
        folders += shared.split(separator: ":").map { $0 + "/credulity/Rulesets" }
        var seen: Set<String> = []
        return folders.filter { seen.insert($0).inserted }
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
        if let folder = variable("CREDULITY_SAVES") { return folder }
        if let checkout = checkout(above: FileManager.default.currentDirectoryPath) { return checkout + "/Saves" }
        return dataHome + "/credulity"
    }

    /// Every ruleset that is found, by identifier, the first of each in the order of the folders.
    static var rulesetFiles: [(identifier: String, path: String)] {
        var found: [(identifier: String, path: String)] = []
        for folder in rulesetFolders {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            for name in names.sorted() where name.hasSuffix(".yaml") {
                let identifier = String(name.dropLast(5))
                guard !found.contains(where: { $0.identifier == identifier }) else { continue }
                found.append((identifier, folder + "/" + name))
            }
        }
        return found
    }

    private static func variable(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Where what is worth little is kept.
    static var stateHome: String {
        variable("XDG_STATE_HOME") ?? (variable("HOME") ?? "") + "/.local/state"
    }

    /// Where a player's own settings are.
    static var configHome: String {
        variable("XDG_CONFIG_HOME") ?? (variable("HOME") ?? "") + "/.config"
    }

    private static var dataHome: String {
        variable("XDG_DATA_HOME") ?? (variable("HOME") ?? "") + "/.local/share"
    }

    /// The folder of the running program.
    private static var program: String? {
        let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return path.map(folder)
    }

    /// The folder that a path lies in; empty for the root.
    private static func folder(above path: String) -> String {
        String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    }

    /// The nearest folder, upwards, that is a checkout of this project.
    private static func checkout(above folder: String) -> String? {
        var path = folder
        while !path.isEmpty {
            let isCheckout = ["Package.swift", "Rulesets", "Saves"].allSatisfy {
                FileManager.default.fileExists(atPath: path + "/" + $0)
            }
            if isCheckout { return path }
            path = self.folder(above: path)
        }
        return nil
    }
}

/// Rulesets as the words of the command line name them. Each says what is wrong and throws an exit code.
extension Paths {
    /// By its path, or by the identifier of one that is shipped.
    static func rulebook(_ name: String) throws -> Rulebook {
        let path: String
        if name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
            path = name
        } else {
            let files = rulesetFiles
            guard !files.isEmpty else { throw failure("no ruleset “\(name)”, nor any other: \(searched)", code: 66) }
            guard let file = files.first(where: { $0.identifier == name }) else {
                let close = nearest(to: name, among: files.map(\.identifier))
                let hint = close.map { "; did you mean “\($0)”?" } ?? ";"
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

    /// A ruleset under a profile, `house` or none being the file's own numbers.
    static func under(_ profile: String?, _ ruleset: Ruleset) throws -> Ruleset {
        guard let profile, profile != "house" else { return ruleset }
        guard let under = ruleset.under(profile: profile) else {
            let known = (["house"] + ruleset.profiles.map(\.identifier)).joined(separator: ", ")
            throw failure("“\(ruleset.identifier)” has no profile “\(profile)”; it has \(known)")
        }
        return under
    }
}
