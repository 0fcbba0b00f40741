/// Everything that a key can mean. The footer and the help screen are printed from this table.
public enum Action: String, Hashable, Sendable, CaseIterable {
    case up, down, left, right, pageUp, pageDown, first, last, jump
    case accept, nextPane, previousPane, zoom, more
    case filter, sort, whyNot, words, object, edit
    case dispute, coin
    case undo, adjudicate, concede, predict, saveElsewhere, delete
    case ensemble, evaluate, explore, hint, tutor
    case hurry, pause, step, faster, slower
    case terms, rematch, secondLeg, believe, copy, export, mouse
    case help, redraw, back, quit

    /// As a file of keys calls it, such as `why-not`.
    public var name: String {
        rawValue.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
    }

    /// The keys that do it, the one that help shows first in front.
    public var keys: [Key] { row.keys }

    /// One line for the help screen.
    public var help: String { row.help }

    private var row: (keys: [Key], help: String) {
        switch self {
        case .up: ([.up, .character("k")], "move up")
        case .down: ([.down, .character("j")], "move down")
        case .left: ([.left, .character("h")], "previous choice, or one move back")
        case .right: ([.right, .character("l")], "next choice, or one move on")
        case .pageUp: ([.pageUp, .control("b")], "a page up")
        case .pageDown: ([.pageDown, .control("f")], "a page down")
        case .first: ([.home], "to the beginning")
        case .last: ([.end], "to the end")
        case .jump: ([.character(":")], "to the step of a number")
        case .accept: ([.enter], "choose; in a match, make the move under the marker")
        case .nextPane: ([.tab], "next pane or field")
        case .previousPane: ([.backtab], "previous pane or field")
        case .zoom: ([.character("z")], "give the focused pane the whole screen, and back")
        case .more: ([.character(" ")], "turn the page of the card")
        case .filter: ([.character("/")], "show only cards with these letters")
        case .sort: ([.character("s")], "sort the cards another way")
        case .whyNot: ([.character("u")], "show the cards that cannot be had, and why")
        case .words: ([.character("w")], "write your own words for the move")
        case .object: ([.character("o")], "object to the last move in words; kept beside it, unscored")
        case .edit: ([.control("x")], "while writing words: write them in $EDITOR")
        case .dispute: ([.character("d")], "dispute a number behind the last move")
        case .coin: ([.character("N")], "coin a new card, and play it")
        case .undo: ([.character("U")], "take the last move back; against a bot, your own last one")
        case .adjudicate: ([.character("a")], "on Training's turn: stop and compare strains, if both agree")
        case .concede: ([.character("C")], "give the match up")
        case .predict: ([.character("P")], "before the first move: predict, or correct that")
        case .saveElsewhere: ([.character("S")], "save the whole match under another name")
        case .delete: ([.delete, .character("D")], "move a saved match to the trash")
        case .ensemble: ([.character("b")], "show what the AI may have learned, as bars, and how much of it stands")
        case .evaluate: ([.character("e")], "show what best play comes to from here; it spoils the match")
        case .explore: ([.character("E")], "show what was played from here in all saved matches")
        case .hint: ([.character("i")], "put the marker on the best move, and say what it keeps")
        case .tutor: ([.character("t")], "have moves questioned that throw away a proven win")
        case .hurry: ([.character("!")], "have the bot answer now, with the best it has found")
        case .pause: ([.character("p")], "watching two bots: pause, and go on")
        case .step: ([.character("n")], "while paused: one move")
        case .faster: ([.character("+"), .character("=")], "watching two bots: less time for each move")
        case .slower: ([.character("-")], "watching two bots: more time for each move")
        case .terms: ([.character("g")], "explain the terms")
        case .rematch: ([.character("r")], "play again, sides swapped where both play both")
        case .secondLeg: ([.character("2")], "after the first of two legs: play the second")
        case .believe: ([.character("B")], "after a match: say how likely the real thing goes wrong")
        case .copy: ([.character("c")], "copy the match as text, and write it beside the file")
        case .export: ([.character("x")], "hand the match on in another form, such as a page or a graph")
        case .mouse: ([.character("m")], "give the mouse back to the terminal, and take it again")
        case .help: ([.character("?")], "this page")
        case .redraw: ([.control("l")], "draw the screen afresh")
        case .back: ([.escape], "back, or cancel")
        case .quit: ([.character("q")], "leave; a match is saved already")
        }
    }
}
