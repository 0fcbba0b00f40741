import Archive
import ArgumentParser
import Bots
import Foundation
import Game
import Play
import Rulebook
import Text

/// What a shell may offer in place of a word that is being typed.
enum Candidates {
    /// Identifiers of rulesets, and files.
    static let ruleset = CompletionKind.custom { _, _, word in
        escaped(
            starting(with: word, Paths.rulesetFiles.map(\.identifier)) + files(word) { Paths.rulesetName($0) != nil })
    }

    /// Saved matches, the newest first, and files.
    static let match = CompletionKind.custom { words, _, word in
        let folder = value(of: "--saves", in: words) ?? Paths.saves
        let saved = word.contains("/") ? [] : Array(Library(folder: folder).paths.prefix(limit))
        return escaped(saved + files(word) { $0.hasSuffix(".jsonl") })
    }

    /// Who may play a side.
    static func seat(_ side: Side) -> CompletionKind {
        .custom { words, _, word in
            let bots = bots(for: words).filter { $0.sides.contains(side) }.map { "bot:\($0.name)" }
            return escaped(starting(with: word, bots + ["human", "human:", "engine:"]))
        }
    }

    static let bot = CompletionKind.custom { words, _, word in
        escaped(starting(with: word, bots(for: words).map(\.name)))
    }

    /// Names of bots with commas between them, none twice.
    static let botList = CompletionKind.custom { words, _, word in
        let named = word.split(separator: ",", omittingEmptySubsequences: false).dropLast().map(String.init)
        let others = bots(for: words).map(\.name).filter { !named.contains($0) }
        return escaped(starting(with: word, others.map { (named + [$0]).joined(separator: ",") }))
    }

    /// Profiles of the ruleset, and files.
    static let profile = CompletionKind.custom { words, _, word in
        let profiles = ruleset(of: words)?.profiles.map(\.identifier) ?? []
        return escaped(starting(with: word, ["house"] + profiles) + files(word, where: Paths.isProfileName))
    }

    static let card = CompletionKind.custom { words, _, word in
        escaped(starting(with: word, ruleset(of: words).map { RulesListing($0).identifiers } ?? []))
    }
}

extension Candidates {
    /// The most that are offered.
    private static let limit = 1000

    private static func starting(with word: String, _ candidates: [String]) -> [String] {
        candidates.filter { $0.hasPrefix(word) }
    }

    /// Files and folders on the way that a path has begun.
    private static func files(_ word: String, where isWanted: (String) -> Bool) -> [String] {
        let path = word.filter { !"\\\"'".contains($0) }
        let start = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let begun = path.dropFirst(start.count)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: start.isEmpty ? "." : start)) ?? []
        let shown = names.filter { $0.hasPrefix(begun) && ($0.hasPrefix(".") == begun.hasPrefix(".")) }.sorted()
        return shown.prefix(limit).compactMap { name in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: start + name, isDirectory: &isFolder)
            return isFolder.boolValue ? "\(start)\(name)/" : isWanted(name) ? start + name : nil
        }
    }

    private static func bots(for words: [String]) -> [any Bot] {
        ruleset(of: words).map { Bots.bots(for: $0) } ?? []
    }

    /// The ruleset that a command line names, by an option or as its first argument, or else the usual one.
    private static func ruleset(of words: [String]) -> Ruleset? {
        let named = [value(of: "--ruleset", in: words)].compactMap(\.self) + words.dropFirst(2)
        let paths = Dictionary(uniqueKeysWithValues: Paths.rulesetFiles.map { ($0.identifier, $0.path) })
        let path = named.lazy.compactMap { paths[$0] ?? (Paths.rulesetName($0) == nil ? nil : $0) }.first
        return (path ?? paths["alice"]).flatMap { try? Rulebook(contentsOf: $0).ruleset }
    }

    private static func value(of option: String, in words: [String]) -> String? {
        words.firstIndex(of: option).flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
    }

    /// As the shell that asks takes it.
    private static func escaped(_ candidates: [String]) -> [String] {
        candidates.filter { $0.isPlainText && !$0.contains("\n") }.map { candidate in
            switch CompletionShell.requesting {
            case .bash?: candidate.escapedForBash
            // A description would follow a colon.
            case .zsh?: candidate.replacing(":", with: "\\:")
            default: candidate
            }
        }
    }
}

extension String {
    /// Bash expands what it is offered, and puts the slash behind a folder itself.
    fileprivate var escapedForBash: String {
        let text = hasSuffix("/") ? dropLast() : self[...]
        return String(text.flatMap { $0.isLetter || $0.isNumber || "/.-_:,".contains($0) ? [$0] : ["\\", $0] })
    }
}
