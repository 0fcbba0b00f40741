/// The character sets a terminal holds, and which of them is in use.
struct CharacterSets: Hashable, Sendable {
    enum CharacterSet: Hashable, Sendable {
        case ordinary
        case lineDrawing
    }

    /// G0 to G3.
    private var sets: [CharacterSet] = [.ordinary, .ordinary, .ordinary, .ordinary]
    /// Which of them characters are taken from.
    var shift = 0

    /// Answers `ESC ( 0` and its kin, given without the escape; false when it is none of them.
    mutating func designate(_ escape: String) -> Bool {
        guard escape.count == 2, let slot = "()*+".firstIndex(of: escape[escape.startIndex]) else {
            return false
        }
        guard let name = escape.last, "0AB12UK".contains(name) else { return false }
        let index = "()*+".distance(from: "()*+".startIndex, to: slot)
        sets[index] = name == "0" ? .lineDrawing : .ordinary
        return true
    }

    /// The character this one stands for.
    func translate(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard sets[shift] == .lineDrawing, (0x60...0x7E).contains(scalar.value) else { return scalar }
        return Self.lineDrawing[Int(scalar.value - 0x60)]
    }

    /// The DEC special graphics, from the grave accent to the tilde.
    private static let lineDrawing = Array("◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·".unicodeScalars)
}
