import Foundation
import Screens
import SystemPackage

/// What the program remembers between two runs, in `$XDG_STATE_HOME/credulity`. Losing it costs nothing.
enum Memory {
    /// The set-up of the last match; `nil` when there was none, or what was written makes no sense.
    static var preferences: Preferences? {
        get {
            let data = try? Data(contentsOf: file)
            return data.flatMap { try? JSONDecoder().decode(Preferences.self, from: $0) }
        }
        set {
            guard let newValue, let data = try? JSONEncoder().encode(newValue) else { return }
            try? FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try? data.write(to: file, options: .atomic)
        }
    }

    private static var file: URL {
        URL(fileURLWithPath: Paths.stateFolder.appending("setup.json").string)
    }
}
