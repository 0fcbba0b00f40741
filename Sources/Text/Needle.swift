/// A text to look for in others, byte by byte: thousands of them between two keys.
public struct Needle: Hashable, Sendable {
    private let bytes: [UInt8]

    public init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// Whether a text holds it; every text holds an empty one.
    public func isIn(_ text: String) -> Bool {
        guard let first = bytes.first else { return true }
        var text = text
        return text.withUTF8 { text in
            guard text.count >= bytes.count else { return false }
            for start in 0...(text.count - bytes.count) where text[start] == first {
                if (1..<bytes.count).allSatisfy({ text[start + $0] == bytes[$0] }) { return true }
            }
            return false
        }
    }
}
