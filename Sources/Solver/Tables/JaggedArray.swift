/// Lists of different lengths in one buffer.
final class JaggedArray<Element> {
    private let starts: UnsafeMutablePointer<Int>
    private let elements: UnsafeMutablePointer<Element>
    private let total: Int

    init(_ lists: [[Element]]) {
        total = lists.reduce(0) { $0 + $1.count }
        starts = .allocate(capacity: lists.count + 1)
        elements = .allocate(capacity: max(total, 1))
        starts[0] = 0
        for (index, list) in lists.enumerated() {
            for (offset, element) in list.enumerated() {
                (elements + starts[index] + offset).initialize(to: element)
            }
            starts[index + 1] = starts[index] + list.count
        }
    }

    deinit {
        elements.deinitialize(count: total)
        elements.deallocate()
        starts.deallocate()
    }

    @inline(__always)
    subscript(list: Int) -> UnsafeBufferPointer<Element> {
        UnsafeBufferPointer(start: elements + starts[list], count: starts[list + 1] - starts[list])
    }
}
