import CNcurses
import Screens

extension Key {
    /// A function key by ncurses' number; `nil` for one that means nothing here.
    init?(code: Int32) {
        switch code {
        case KEY_UP: self = .up
        case KEY_DOWN: self = .down
        case KEY_LEFT: self = .left
        case KEY_RIGHT: self = .right
        case KEY_HOME: self = .home
        case KEY_END: self = .end
        case KEY_PPAGE: self = .pageUp
        case KEY_NPAGE: self = .pageDown
        case KEY_BTAB: self = .backtab
        case KEY_DC: self = .delete
        case KEY_BACKSPACE: self = .backspace
        case KEY_ENTER: self = .enter
        default: return nil
        }
    }

    /// A typed character; `nil` for a control character that means nothing here.
    init?(scalar: Unicode.Scalar) {
        switch scalar.value {
        case 9: self = .tab
        case 13: self = .enter
        case 27: self = .escape
        case 8, 127: self = .backspace
        case 1...26: self = .control(Character(Unicode.Scalar(UInt8(scalar.value) + 96)))
        case 0..<32, 0x80..<0xA0: return nil
        default: self = .character(Character(scalar))
        }
    }
}

extension Pointer {
    /// What the mouse did, once ncurses has said that it did something.
    init?() {
        var row: Int32 = 0, column: Int32 = 0
        let kinds: [Int32: Kind] = [1: .click, 2: .wheelUp, 3: .wheelDown]
        guard let kind = kinds[console_pointer(&row, &column)] else { return nil }
        self.init(kind, row: Int(row), column: Int(column))
    }
}
