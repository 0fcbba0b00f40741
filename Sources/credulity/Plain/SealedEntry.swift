import Curses
import Text

/// What somebody writes down that nobody else at the keyboard is to see.
extension Paper {
    /// What is typed, with no trace of it left: on a terminal it does not show, and no key brings it back. In a pipe nothing
    /// of it is printed either; whoever is at the other end sees to the rest. `nil` at the end of the input.
    ///
    /// - Parameter name: who writes, while the others look away.
    func sealed(_ prompt: String, for name: String) -> String? {
        let hidden = LineEditor.canHide ? " (it does not show)" : ""
        let prompt = "\(name), \(prompt)\(hidden)> ".madePlain
        Output.push()
        guard LineEditor.canHide else { return type(prompt) }
        return LineEditor.readHidden(prompt)
    }

    /// Lets somebody write, and be told of it, where nothing of it stays: on a screen that is gone afterwards.
    ///
    /// - Parameter body: does so; it is told whether what it says stays on the terminal, which has no such screen.
    func aside<Result>(_ body: (_ stays: Bool) throws -> Result) rethrows -> Result {
        Output.push()
        let isAside = LineEditor.stepAside()
        defer { LineEditor.stepBack() }
        return try body(!isAside && LineEditor.canHide)
    }
}
