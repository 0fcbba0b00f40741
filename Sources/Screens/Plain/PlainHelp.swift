extension PlainText {
    /// What can be typed, and what it does.
    public struct HelpLine: Hashable, Sendable {
        public let typed: String
        public let meaning: String

        fileprivate init(_ typed: String, _ meaning: String) {
            self.typed = typed
            self.meaning = meaning
        }
    }

    /// What can be typed in a match.
    public static let help = [
        HelpLine("N", "make move N; words after the number are kept with it"),
        HelpLine("NOTATION", "or a move as it is written, such as: counter SITUATION ordinary"),
        HelpLine("say WORDS", "words for your next move, which wait for it even when you leave"),
        HelpLine("object WORDS", "an objection to the last move, kept beside it, unscored"),
        HelpLine("card N", "a card in full"),
        HelpLine("filter WORDS", "list only cards with these letters; “filter” alone lists all"),
        HelpLine("sort ORDER", "list them another way; “sort” alone says which there are"),
        HelpLine("why", "the cards that cannot be had, and why"),
        HelpLine("show", "the position and the moves again"),
        HelpLine("corpus", "all that Training has asserted"),
        HelpLine("story", "the match so far"),
        HelpLine("review", "step through the match so far"),
        HelpLine("terms WORD", "the terms with that word; “terms” alone explains them all"),
        HelpLine("hint", "the best move, and what it keeps"),
        HelpLine("tutor on", "question a move that throws away a proven win; “tutor off” ends it"),
        HelpLine("solve", "what best play comes to from here; it spoils the match"),
        HelpLine(
            "predict P",
            "before the first move: your sealed credence that Training wins, such as 70%, 0.7, 7:3, 1 in 3 or 2.3b "
                + "(bits); a bare number above 1 is a percentage; again corrects it; with “predict training P” Training "
                + "says its own"),
        HelpLine(
            "believe P",
            "before the first move, in the same ways: how likely the real thing goes wrong; “believe” alone asks each of "
                + "you in turn, and nothing typed then shows"),
        HelpLine("undo", "take the last move back, if the other agrees; against a bot, your own last one"),
        HelpLine("stop", "on Training's turn: compare strains and stop, if both agree"),
        HelpLine("save PATH", "write the whole match to a new file and go on in that"),
        HelpLine("concede", "give the match up, after being asked"),
        HelpLine("quit", "leave; the match is saved and can be gone on with"),
    ]

    /// What can be typed while a match is stepped through.
    public static let reviewHelp = [
        HelpLine("next", "one move on; so does Enter alone"),
        HelpLine("back", "one move back"),
        HelpLine("start, end", "to the first position, or the last"),
        HelpLine("N", "to where N moves were made"),
        HelpLine("show", "the position again"),
        HelpLine("moves", "what could be played there, with what was"),
        HelpLine("filter WORDS", "list only cards with these letters; “filter” alone lists all"),
        HelpLine("sort ORDER", "list them another way; “sort” alone says which there are"),
        HelpLine("card", "the card that was played there, in full; “card N” shows another of those listed"),
        HelpLine("why", "the cards that could not be had there, and why"),
        HelpLine("corpus", "all that Training had asserted by then"),
        HelpLine("story", "the whole match"),
        HelpLine("verdict", "how it ended"),
        HelpLine("terms WORD", "the terms with that word; “terms” alone explains them all"),
        HelpLine("copy", "write the match as text beside its file"),
        HelpLine("quit", "leave"),
    ]
}
