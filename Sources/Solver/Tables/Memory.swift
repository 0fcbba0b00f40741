internal import Glibc

/// Allocation that fails with `nil` where the machine has too little memory.
enum Memory {
    /// Room for so many values, all bits zero, which must mean something for the type.
    static func zeroed<Value: BitwiseCopyable>(_ type: Value.Type, _ count: Int) -> UnsafeMutablePointer<Value>? {
        calloc(max(count, 1), MemoryLayout<Value>.stride)?.bindMemory(to: type, capacity: count)
    }

    static func free<Value: BitwiseCopyable>(_ memory: UnsafeMutablePointer<Value>) {
        Glibc.free(memory)
    }
}
