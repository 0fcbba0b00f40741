import Foundation
import Play
import Screens
import SystemPackage

/// What the program remembers between two runs, in `$XDG_STATE_HOME/credulity`. Losing it costs nothing.
struct Memory: Codable {
    /// What was chosen for the last new match; `nil` when there was none.
    var preferences: Preferences?
    var isTutored = false
    /// Whether the rows of the table were passed over the last time; `nil`: they were never asked about.
    var skipsRows: Bool?

    /// As it was written down; nothing where what was written makes no sense.
    static var recalled: Memory {
        get {
            let data = try? Data(contentsOf: file)
            return data.flatMap { try? JSONDecoder().decode(Memory.self, from: $0) } ?? Memory()
        }
        set {
            guard let data = try? JSONEncoder().encode(newValue) else { return }
            try? FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try? data.write(to: file, options: .atomic)
        }
    }

    /// The words that wait for moves of a match.
    static func drafts(of id: String) -> Drafts {
        let data = draftFile(id).flatMap { try? Data(contentsOf: $0) }
        return data.flatMap { try? JSONDecoder().decode(Drafts.self, from: $0) } ?? Drafts()
    }

    /// Keeps the words that wait for moves of a match; of none no file is kept.
    static func keep(_ drafts: Drafts, of id: String) {
        guard let file = draftFile(id) else { return }
        guard !drafts.isEmpty, let data = try? JSONEncoder().encode(drafts) else {
            try? FileManager.default.removeItem(at: file)
            return
        }
        try? FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? data.write(to: file, options: .atomic)
    }

    /// `nil` for an identity that some file made up: it must not lead elsewhere.
    private static func draftFile(_ id: String) -> URL? {
        guard id.count == 16, id.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
        return URL(fileURLWithPath: Paths.stateFolder.appending("drafts/\(id).json").string)
    }

    private static var file: URL {
        URL(fileURLWithPath: Paths.stateFolder.appending("setup.json").string)
    }
}
