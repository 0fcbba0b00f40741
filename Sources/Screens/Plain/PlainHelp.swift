public import Game

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

    /// What can be typed in a match of a ruleset: disputes and coins where it has them.
    public static func help(in ruleset: Ruleset) -> [HelpLine] {
        let limits = ruleset.limits
        var missing: Set<String> = []
        if limits[.disputes] == 0 { missing.insert("dispute") }
        if limits[.coins] == 0 { missing.insert("coin") }
        if missing.count == 2 { missing.insert("accept") }
        return help.filter { !missing.contains($0.typed) }
    }

    /// What can be typed in some match.
    private static let help = [
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
        HelpLine("ensemble", "what the AI may have learned, and how much of it stands"),
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
                + "you in turn, and nothing typed then shows; “believe row R P” of a row of the table"),
        HelpLine("dispute", "the numbers behind the last move; “dispute N” has one of them settled, sealed by both"),
        HelpLine(
            "coin",
            "make a card up and play it: asks for all of it; or in one line, such as: coin shallower NAME "
                + "trigger=FEATURE+FEATURE"),
        HelpLine("accept", "once you have no move left: accept the verdict; so does Enter alone"),
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
        HelpLine("ensemble", "what the AI may have learned, and how much of it stood then"),
        HelpLine("story", "the whole match"),
        HelpLine("verdict", "how it ended"),
        HelpLine("judge", "what the next move was worth and why, at the end all; the first time it may take a minute"),
        HelpLine("cruxes", "who wins by whose numbers, and what would change that; it may take ten seconds"),
        HelpLine("terms WORD", "the terms with that word; “terms” alone explains them all"),
        HelpLine("copy", "write the match as text beside its file"),
        HelpLine("export FORM", "the same as markdown, html, json, csv, argdown, dot or svg"),
        HelpLine("quit", "leave"),
    ]
}
