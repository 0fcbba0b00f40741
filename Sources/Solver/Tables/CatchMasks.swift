/// By evidence, the variants and useful patterns that it whacks, worked out when first asked for.
final class CatchMasks {
    private let graph: VariantGraph
    private let words: Int
    private let masks: UnsafeMutablePointer<VariantSet?>
    /// Bytes that may still be used.
    private var room: Int
    private let nothing: VariantSet
    /// Whether some mask could not be had; what was answered since is worthless.
    private(set) var isExhausted = false

    init?(_ graph: VariantGraph, words: Int, bytes: Int) {
        guard let nothing = Memory.zeroed(UInt64.self, words) else { return nil }
        self.graph = graph
        self.words = words
        self.nothing = nothing
        room = bytes
        masks = .allocate(capacity: graph.evidence.count)
        masks.initialize(repeating: nil, count: graph.evidence.count)
    }

    deinit {
        for index in graph.evidence.indices { if let mask = masks[index] { Memory.free(mask) } }
        masks.deallocate()
        Memory.free(nothing)
    }

    @inline(__always)
    subscript(evidence: Int32) -> VariantSet {
        masks[Int(evidence)] ?? made(Int(evidence))
    }

    private func made(_ index: Int) -> VariantSet {
        room -= words * 8
        guard room >= 0, let mask = Memory.zeroed(UInt64.self, words) else {
            isExhausted = true
            return nothing
        }
        graph.addWhacked(by: graph.evidence[index], to: mask)
        masks[index] = mask
        return mask
    }
}
