/// Refuses files that would cost the YAML parser much time or memory, judging by their bytes alone.
///
/// The parser keeps some hundreds of bytes for every node. It hashes every key of a mapping with all that is beneath
/// it, so aliases multiply its work, and keys that are lists or mappings add up. Whatever could be one of these is
/// counted, in quoted text and comments too, so that the count is never too low.
struct YAMLGuard {
    /// Commas, colons, brackets and dashes, of which there are at least half as many as nodes.
    static let structureLimit = 100_000
    /// Anchors, aliases, compound keys and directives; with this few, no key holds 30 times the file.
    static let suspectLimit = 12

    private(set) var structure = 0
    private(set) var suspects = 0
    /// Where the first suspect is.
    private(set) var firstSuspect: Place?

    private var place = Place.start
    /// The byte before; 0 where a line begins.
    private var previous: UInt8 = 0
    /// The last byte of this line that is not blank; 0 before there is one.
    private var lastSolid: UInt8 = 0
    /// Whether the last word is an anchor or a tag, after which a node may still begin.
    private var followsProperty = false
    /// Whether there has been nothing but small letters since an opening brace.
    private var isBracedWord = false
    /// Whether the last `{…}` to close held just such a word: a placeholder of a saying, or a key that costs little.
    private var closedWord = false

    init(_ bytes: [UInt8]) {
        for index in bytes.indices {
            take(bytes[index], next: index + 1 < bytes.count ? bytes[index + 1] : 0x0A)
        }
    }

    /// Whether the parser may have the file.
    var isPassable: Bool {
        structure <= YAMLGuard.structureLimit && suspects <= YAMLGuard.suspectLimit
    }

    /// Whether the parser may have the file; if not, reports why.
    func passes(_ report: Report) -> Bool {
        if structure > YAMLGuard.structureLimit {
            report.error(
                "too much for a ruleset: more than \(YAMLGuard.structureLimit) commas, colons, brackets and dashes",
                at: .start)
        }
        if suspects > YAMLGuard.suspectLimit, let firstSuspect {
            report.error(
                """
                too many anchors (&), aliases (*), compound keys (?) or directives (%) from here on; \
                a ruleset has none of these, and texts that begin so are put in quotation marks
                """, at: firstSuspect)
        }
        return isPassable
    }

    private mutating func take(_ byte: UInt8, next: UInt8) {
        defer { advance(past: byte, next) }
        guard !byte.isBlankOrBreak else { return }
        var isProperty = followsProperty && !previous.isBlankOrBreak
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"):
            structure += 1
        case UInt8(ascii: ":"):
            structure += 1
            if lastSolid == UInt8(ascii: "]") || lastSolid == UInt8(ascii: "}") && !closedWord { suspect() }
        case UInt8(ascii: "-"):
            if next.isBlankOrBreak { structure += 1 }
        case UInt8(ascii: "&"), UInt8(ascii: "*"):
            guard beginsNode else { break }
            isProperty = isProperty || byte == UInt8(ascii: "&")
            if next.isAnchorName { suspect() }
        case UInt8(ascii: "!"):
            isProperty = isProperty || beginsNode
        case UInt8(ascii: "?"):
            if beginsNode { suspect() }
        case UInt8(ascii: "%"):
            if place.column == 1 { suspect() }
        default: break
        }
        followsProperty = isProperty
        if byte == UInt8(ascii: "}") { closedWord = isBracedWord && previous.isSmallLetter }
        let continuesWord = isBracedWord && (previous.isSmallLetter || previous == UInt8(ascii: "{"))
        isBracedWord = byte == UInt8(ascii: "{") || byte.isSmallLetter && continuesWord
        lastSolid = byte
    }

    /// Whether the parser could take the byte at hand for the start of a node.
    private var beginsNode: Bool {
        previous.canPrecedeNode && (lastSolid.canPrecedeNode || followsProperty)
    }

    private mutating func suspect() {
        suspects += 1
        firstSuspect = firstSuspect ?? place
    }

    private mutating func advance(past byte: UInt8, _ next: UInt8) {
        previous = byte
        if byte == 0x0A || byte == 0x0D && next != 0x0A {
            place = Place(line: place.line + 1, column: 1)
            previous = 0
            lastSolid = 0
            followsProperty = false
        } else if byte & 0xC0 != 0x80 {
            place.column += 1
        }
    }
}

extension UInt8 {
    fileprivate var isBlankOrBreak: Bool {
        self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D
    }

    fileprivate var isSmallLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self }

    fileprivate var isAnchorName: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    fileprivate var canPrecedeNode: Bool {
        switch self {
        case 0, 0x20, 0x09, UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":"),
            UInt8(ascii: "-"), UInt8(ascii: "?"):
            true
        default: false
        }
    }
}
