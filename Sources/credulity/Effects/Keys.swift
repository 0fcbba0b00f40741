import ArgumentParser
import Foundation
import Rulebook
import Screens
import SystemPackage

extension Paths {
    /// The keys of the program, with the player's own from `$XDG_CONFIG_HOME/credulity/keys.yaml` if it is there.
    ///
    /// - Throws: an exit code, after saying what is wrong with the file.
    static func keymap() throws -> Keymap {
        let path = configFolder.appending("keys.yaml").string
        guard FileManager.default.fileExists(atPath: path) else { return Keymap() }
        let actions = Action.allCases.map(\.name)
        let file: KeyFile
        do throws(RulebookError) {
            file = try KeyFile(contentsOf: path, actions: actions) { Key(named: $0) != nil }
        } catch {
            throw failure("\(error)")
        }
        var changes: [Action: [Key]] = [:]
        for action in Action.allCases {
            changes[action] = file.keys[action.name]?.compactMap(Key.init(named:))
        }
        do throws(Keymap.Clash) {
            return try Keymap(changing: changes)
        } catch {
            let names = error.actions.map { "“\($0.name)”" }.joined(separator: " and ")
            throw failure("\(path): error: \(error.key) would be the key of both \(names)")
        }
    }
}
