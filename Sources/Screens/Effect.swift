public import Game
public import Play
public import Review

/// Something done outside the pure core; whoever carries it out says what came of it.
public enum Effect: Sendable {
    /// What the terminal itself does.
    case terminal(TerminalEffect)
    /// Begins what takes its time; its answer comes late, once, under that identity.
    case run(Job, JobID)
    case hurry(JobID)
    case cancel(JobID)
    case loadRulesets
    /// Moves a match to the trash.
    case discard(path: String)
    /// Opens a match, to go on with it or to look at it.
    case open(path: String, toPlay: Bool)
    /// Opens a broken match, to look at it up to the break.
    case openBroken(path: String)
    /// Starts a match's file, with its first entries.
    case begin(Setup, [Entry])
    /// Puts entries that follow a record on the disk before they are shown as having happened.
    case journal([Entry], after: MatchRecord)
    /// Writes the whole match to another file and goes on there.
    case saveElsewhere(path: String, MatchRecord)
    /// Asks for the words that wait for moves of a match.
    case recallDrafts(MatchRecord)
    /// Keeps the words that wait for moves of a match, until it goes on.
    case keepDrafts(Drafts, of: MatchRecord)
    /// Lets go of the match's file, and of all jobs.
    case close
    /// Keeps a set-up for the next new match.
    case remember(Preferences)
    /// Asks whether the tutor was on the last time.
    case recallTutor
    /// Keeps for the next time whether the tutor is on.
    case rememberTutor(Bool)
    /// Asks whether the rows of the table were passed over the last time.
    case recallRows
    /// Keeps for the next time whether the rows of the table were passed over.
    case rememberRows(areSkipped: Bool)
    /// Writes text to a file beside the match, named for what it is.
    case write(String, beside: String?, as: ExportFormat)
}

/// What the terminal is asked to do.
public enum TerminalEffect: Hashable, Sendable {
    /// Lets the player write the text in an editor of their own.
    case edit(String)
    /// Puts text on the clipboard, where the terminal allows it.
    case copy(String)
    /// Takes the mouse, or leaves it to the terminal.
    case captureMouse(Bool)
    case redraw
    case quit
}

/// What came of an effect.
public enum Answer: Sendable {
    /// What can be played, and how it was last time.
    case rulesets([Ruleset], last: Preferences?, problems: [String])
    /// A match is in the trash, at that path.
    case discarded(path: String)
    case opened(MatchRecord, path: String, notice: String?, toPlay: Bool)
    /// The match begins; it has its file with its first act. With a problem it will only be in memory.
    case begun(MatchRecord, path: String, problem: String?)
    /// The entries happened; with a problem they are only in memory.
    case journalled([Entry], problem: String?)
    case savedElsewhere(path: String)
    case tutored(Bool)
    case skippedRows(Bool)
    case drafts(Drafts)
    case edited(String)
    /// The text is on the clipboard, where the terminal allows it, and in the file.
    case copied(path: String?)
    /// Nothing came of it.
    case failed(String)
}
