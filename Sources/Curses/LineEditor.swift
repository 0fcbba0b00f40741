import CNcurses
import Glibc

/// Lines typed on a terminal with the usual editing keys, and with the earlier ones at hand.
public struct LineEditor {
    /// `nil` where there is no terminal that can place the cursor, or no library that edits lines.
    public init?() {
        guard Console.isPossible, line_editing() else { return nil }
        _ = console_locale()
    }

    /// The next line; `nil` at the end of the input.
    public func read(_ prompt: String) -> String? {
        guard let line = line_read(prompt) else { return nil }
        defer { free(line) }
        return String(cString: line)
    }

    /// Whether a line can be typed that does not show: on any terminal, not in a pipe.
    public static var canHide: Bool { line_can_hide() }

    /// The next line, which does not show while it is typed; `nil` at the end of the input.
    public static func readHidden(_ prompt: String) -> String? {
        guard let line = line_read_hidden(prompt) else { return nil }
        defer { free(line) }
        return String(cString: line)
    }

    /// Takes a screen of its own for lines of which nothing is to stay; false where the terminal has none.
    public static func stepAside() -> Bool { line_step_aside() }

    /// Gives that screen back, and all that was on it is gone.
    public static func stepBack() { line_step_back() }

    /// Keeps a line for the key that goes back to earlier ones.
    public func remember(_ line: String) {
        line_remember(line)
    }

    /// Gives the terminal back in the middle of a line, for whoever ends the program; from any thread.
    public static func giveBack() {
        line_give_back()
    }
}
