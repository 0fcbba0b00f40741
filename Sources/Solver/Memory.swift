internal import Glibc

/// Memory that may not be there.
enum Memory {
    /// Zeroed room for so many values of a type for which all zeros mean something; `nil` where there is none.
    static func zeroed<Value: BitwiseCopyable>(_ type: Value.Type, _ count: Int) -> UnsafeMutablePointer<Value>? {
        calloc(max(count, 1), MemoryLayout<Value>.stride)?.bindMemory(to: type, capacity: count)
    }

    static func free<Value: BitwiseCopyable>(_ memory: UnsafeMutablePointer<Value>) {
        Glibc.free(memory)
    }
}
