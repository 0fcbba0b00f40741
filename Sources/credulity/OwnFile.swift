import Glibc
import SystemPackage

/// Files that the program writes for a person, each new.
enum OwnFile {
    /// Writes a file where there is none yet, whole or not at all.
    ///
    /// - Throws: the exit code 73, after saying why.
    static func write(_ text: String, to path: String) throws {
        do {
            let file = try FileDescriptor.open(
                path, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
                permissions: .init(rawValue: 0o666))
            do {
                _ = try file.closeAfter { try file.writeAll(text.utf8) }
            } catch {
                unlink(path)
                throw error
            }
        } catch Errno.fileExists {
            throw failure("“\(path)” is there already and was left as it is", code: 73)
        } catch Errno.noSuchFileOrDirectory {
            throw failure("there is no folder “\(FilePath(path).removingLastComponent())”", code: 73)
        } catch {
            throw failure("“\(path)” cannot be written: \(error)", code: 73)
        }
    }
}
