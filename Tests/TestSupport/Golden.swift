import Foundation
public import Testing

/// A text that is kept in a file beside the tests.
public struct Golden {
    private let path: String

    public init(_ path: String) {
        self.path = path
    }

    /// Whether this run writes the files anew; it then fails, so that it is never taken for a test.
    private static var isRecording: Bool {
        ProcessInfo.processInfo.environment["CREDULITY_RECORD"] == "1"
    }

    /// Compares a text with the file, or with `CREDULITY_RECORD=1` writes it and records an issue.
    public func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        if Golden.isRecording {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            Issue.record("recorded \(path)", sourceLocation: sourceLocation)
            return
        }
        let kept = try? String(decoding: Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        guard let kept else {
            Issue.record("no \(path): run again with CREDULITY_RECORD=1", sourceLocation: sourceLocation)
            return
        }
        #expect(text == kept, "differs from \(path)", sourceLocation: sourceLocation)
    }
}
