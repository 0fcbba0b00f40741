internal import Glibc

/// What a tested program sees of its surroundings, unless a test says otherwise: the `PATH` of the tests, a
/// UTF-8 locale, the terminal's name, and no debugger's prompt after a crash.
public func standardEnvironment(term: String = "xterm-256color") -> [String: String] {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return ["PATH": path, "LC_ALL": "C.UTF-8", "TERM": term, "SWIFT_BACKTRACE": "enable=no"]
}

/// Calls the body with the strings as C has them: an array that ends in a null pointer.
func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    var pointers = strings.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    pointers.append(nil)
    return pointers.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else {
            preconditionFailure("an array with a null has an address")
        }
        return body(base)
    }
}

/// Calls the body with the arguments, the first being the path, and the environment in order of names.
func withProgramArguments<Result>(
    _ path: String, _ arguments: [String], _ environment: [String: String],
    _ body: (
        UnsafePointer<UnsafeMutablePointer<CChar>?>, UnsafePointer<UnsafeMutablePointer<CChar>?>
    ) -> Result
) -> Result {
    let settings = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return withCStrings([path] + arguments) { arguments in
        withCStrings(settings) { environment in body(arguments, environment) }
    }
}

/// The system's words for an error.
func reason(_ error: Int32) -> String {
    String(cString: strerror(error))
}
