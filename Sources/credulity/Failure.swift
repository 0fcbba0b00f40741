import ArgumentParser
import SystemPackage
import Text

/// Says what is wrong on standard error; the exit code to throw.
///
/// 65 for data that is not as it should be, 64 for a command that is not, 74 for output that could not be written.
func failure(_ message: String, code: Int32 = 65) -> ExitCode {
    warn(message)
    return ExitCode(code)
}

/// A line on standard error, with nothing that a terminal would obey.
func warn(_ message: String) {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { String($0).madePlain }.joined(separator: "\n")
    _ = try? FileDescriptor.standardError.writeAll((text + "\n").utf8)
}
