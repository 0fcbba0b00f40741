/// Decodes UTF-8 a byte at a time, so that a character may be cut between two reads.
struct UTF8Decoder: Sendable {
    enum Output: Equatable {
        case scalar(Unicode.Scalar)
        /// Bytes that can be no part of UTF-8.
        case invalid([UInt8])
    }

    private var pending: [UInt8] = []
    private var expected = 0

    /// What the byte completes; two things when it also shows the bytes before it to be invalid.
    mutating func decode(_ byte: UInt8) -> [Output] {
        if byte < 0x80 && pending.isEmpty { return [.scalar(Unicode.Scalar(byte))] }
        if pending.isEmpty { return begin(with: byte) }
        if continues(with: byte) {
            pending.append(byte)
            return pending.count == expected ? [finish()] : []
        }
        let invalid = Output.invalid(pending)
        pending = []
        return [invalid] + decode(byte)
    }

    private mutating func begin(with byte: UInt8) -> [Output] {
        switch byte {
        case 0xC2...0xDF: expected = 2
        case 0xE0...0xEF: expected = 3
        case 0xF0...0xF4: expected = 4
        default: return [.invalid([byte])]
        }
        pending = [byte]
        return []
    }

    /// Whether the byte may follow; the second byte also rules out overlong forms and surrogates.
    private func continues(with byte: UInt8) -> Bool {
        guard pending.count == 1 else { return (0x80...0xBF).contains(byte) }
        switch pending[0] {
        case 0xE0: return (0xA0...0xBF).contains(byte)
        case 0xED: return (0x80...0x9F).contains(byte)
        case 0xF0: return (0x90...0xBF).contains(byte)
        case 0xF4: return (0x80...0x8F).contains(byte)
        default: return (0x80...0xBF).contains(byte)
        }
    }

    private mutating func finish() -> Output {
        let lead = UInt32(pending[0]) & (0xFF >> (UInt32(expected) + 1))
        let value = pending.dropFirst().reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }
        let bytes = pending
        pending = []
        return Unicode.Scalar(value).map(Output.scalar) ?? .invalid(bytes)
    }
}
