internal import Game

/// The corpus at each ply of a line, reduced to the data that no other of its channel contains.
final class CorpusStack {
    private static let width = 96
    private static let depth = 1024
    private let data: UnsafeMutablePointer<Evidence>
    private let counts: UnsafeMutablePointer<Int>

    init() {
        data = .allocate(capacity: Self.width * Self.depth)
        data.initialize(repeating: Evidence(exhibits: FeatureSet(), channel: []), count: Self.width * Self.depth)
        counts = .allocate(capacity: Self.depth)
        counts.initialize(repeating: 0, count: Self.depth)
    }

    deinit {
        data.deallocate()
        counts.deallocate()
    }

    func clear() {
        counts[0] = 0
    }

    /// Makes the corpus of one ply that of another with a datum more.
    ///
    /// - Returns: whether there was room.
    func add(_ datum: Evidence, from old: Int, to new: Int) -> Bool {
        guard new < Self.depth, counts[old] < Self.width else { return false }
        let source = data + old * Self.width
        let target = data + new * Self.width
        var kept = 0
        var isNeeded = true
        for index in 0..<counts[old] {
            let known = source[index]
            if known.channel == datum.channel {
                if datum.exhibits.isSubset(of: known.exhibits) { isNeeded = false }
                if isNeeded, known.exhibits.isSubset(of: datum.exhibits) { continue }
            }
            target[kept] = known
            kept += 1
        }
        if isNeeded {
            target[kept] = datum
            kept += 1
        }
        counts[new] = kept
        return true
    }

    @inline(__always)
    func whacks(_ variant: Int, at ply: Int, in graph: VariantGraph) -> Bool {
        let start = data + ply * Self.width
        for index in 0..<counts[ply] where graph.isWhacked(variant, by: start[index]) { return true }
        return false
    }

    /// Whether enough is left of what makes the AI useful.
    func leavesDrive(at ply: Int, in graph: VariantGraph) -> Bool {
        guard graph.drive.matters else { return true }
        let data = UnsafeBufferPointer(start: data + ply * Self.width, count: counts[ply])
        return graph.drive.weight(leftBy: data) >= graph.drive.needed
    }

    /// A hash of all that the rest of the game depends on; the order of the data does not matter.
    func key(_ node: Node) -> UInt64 {
        let start = data + node.ply * Self.width
        let live = Self.mixed(UInt64(node.live) << 32 | UInt64(UInt32(bitPattern: node.time)))
        var sum = Self.mixed(live &+ UInt64(UInt32(bitPattern: node.fresh)) &+ 0x9E37_79B9_7F4A_7C15)
        for index in 0..<counts[node.ply] {
            let exhibits = start[index].exhibits.rawValue
            sum &+= Self.mixed(exhibits &* 8 &+ UInt64(start[index].channel.rawValue) &+ exhibits >> 61)
        }
        return Self.mixed(sum)
    }

    /// Source: Steele, Lea and Flood, “Fast splittable pseudorandom number generators”, 2014.
    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
