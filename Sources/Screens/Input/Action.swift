/// Everything that a key can mean. The footer and the help screen are printed from this table.
public enum Action: String, Hashable, Sendable, CaseIterable {
    case up, down, left, right, pageUp, pageDown, first, last
    case accept, nextPane, previousPane, zoom, more
    case filter, sort, whyNot, words, object, edit
    case undo, adjudicate, concede, saveElsewhere
    case evaluate, hint, tutor
    case hurry, pause, step, faster, slower
    case terms, rematch, copy, mouse
    case help, redraw, back, quit

    /// As a file of keys calls it, such as `why-not`.
    public var name: String {
        rawValue.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
    }

    /// The keys that do it, the one that help shows first in front.
    public var keys: [Key] {
        switch self {
        case .up: [.up, .character("k")]
        case .down: [.down, .character("j")]
        case .left: [.left, .character("h")]
        case .right: [.right, .character("l")]
        case .pageUp: [.pageUp, .control("b")]
        case .pageDown: [.pageDown, .control("f")]
        case .first: [.home]
        case .last: [.end]
        case .accept: [.enter]
        case .nextPane: [.tab]
        case .previousPane: [.backtab]
        case .zoom: [.character("z")]
        case .more: [.character(" ")]
        case .filter: [.character("/")]
        case .sort: [.character("s")]
        case .whyNot: [.character("u")]
        case .words: [.character("w")]
        case .object: [.character("o")]
        case .edit: [.control("x")]
        case .undo: [.character("U")]
        case .adjudicate: [.character("a")]
        case .concede: [.character("C")]
        case .saveElsewhere: [.character("S")]
        case .evaluate: [.character("e")]
        case .hint: [.character("i")]
        case .tutor: [.character("t")]
        case .hurry: [.character("!")]
        case .pause: [.character("p")]
        case .step: [.character("n")]
        case .faster: [.character("+"), .character("=")]
        case .slower: [.character("-")]
        case .terms: [.character("g")]
        case .rematch: [.character("r")]
        case .copy: [.character("c")]
        case .mouse: [.character("m")]
        case .help: [.character("?")]
        case .redraw: [.control("l")]
        case .back: [.escape]
        case .quit: [.character("q")]
        }
    }

    /// One line for the help screen.
    public var help: String {
        switch self {
        case .up: "move up"
        case .down: "move down"
        case .left: "previous choice, or one move back"
        case .right: "next choice, or one move on"
        case .pageUp: "a page up"
        case .pageDown: "a page down"
        case .first: "to the beginning"
        case .last: "to the end"
        case .accept: "choose; in a match, make the move under the marker"
        case .nextPane: "next pane or field"
        case .previousPane: "previous pane or field"
        case .zoom: "give the focused pane the whole screen, and back"
        case .more: "turn the page of the card"
        case .filter: "show only cards with these letters"
        case .sort: "sort the cards another way"
        case .whyNot: "show the cards that cannot be had, and why"
        case .words: "write your own words for the move"
        case .object: "object to the last move in words; kept beside it, unscored"
        case .edit: "while writing words: write them in $EDITOR"
        case .undo: "take the last move back; against a bot, your own last one"
        case .adjudicate: "on Training's turn: stop and compare strains, if both agree"
        case .concede: "give the match up"
        case .saveElsewhere: "save the whole match under another name"
        case .evaluate: "show what best play comes to from here; it spoils the match"
        case .hint: "put the marker on the best move, and say what it keeps"
        case .tutor: "have moves questioned that throw away a proven win"
        case .hurry: "have the bot answer now, with the best it has found"
        case .pause: "watching two bots: pause, and go on"
        case .step: "while paused: one move"
        case .faster: "watching two bots: less time for each move"
        case .slower: "watching two bots: more time for each move"
        case .terms: "explain the terms"
        case .rematch: "play again, sides swapped where both play both"
        case .copy: "copy the match as text, and write it beside the file"
        case .mouse: "give the mouse back to the terminal, and take it again"
        case .help: "this page"
        case .redraw: "draw the screen afresh"
        case .back: "back, or cancel"
        case .quit: "leave; a match is saved already"
        }
    }
}
