/// Which variants each datum of an arena catches, worked out when first asked for.
final class Covers {
    private let arena: Arena
    private let words: Int
    private let masks: UnsafeMutablePointer<VariantSet?>
    /// Bytes that may still be used.
    private var room: Int
    private let nothing: VariantSet
    /// Whether some mask could not be had; what was answered since is worthless.
    private(set) var isExhausted = false

    init?(_ arena: Arena, words: Int, bytes: Int) {
        guard let nothing = Memory.zeroed(UInt64.self, words) else { return nil }
        self.arena = arena
        self.words = words
        self.nothing = nothing
        room = bytes
        masks = .allocate(capacity: arena.data.count)
        masks.initialize(repeating: nil, count: arena.data.count)
    }

    deinit {
        for index in arena.data.indices { if let mask = masks[index] { Memory.free(mask) } }
        masks.deallocate()
        Memory.free(nothing)
    }

    @inline(__always)
    subscript(datum: Int32) -> VariantSet {
        masks[Int(datum)] ?? made(Int(datum))
    }

    private func made(_ datum: Int) -> VariantSet {
        room -= words * 8
        guard room >= 0, let mask = Memory.zeroed(UInt64.self, words) else {
            isExhausted = true
            return nothing
        }
        let seen = arena.data[datum]
        for variant in 0..<arena.count where arena.isWhacked(variant, by: seen) {
            mask.insert(variant)
        }
        masks[datum] = mask
        return mask
    }
}
