import Glibc
import TestSupport
import Testing

/// A file system of 64 KiB of its own, mounted on a folder; only root can have one.
final class SmallDisk {
    private let scratch: Scratch

    static let needs: Comment = "needs to be root and allowed to mount a tmpfs"
    static let isPossible = geteuid() == 0 && (try? SmallDisk()) != nil

    init() throws {
        scratch = try Scratch()
        try #require(SmallDisk.run("mount", "-t", "tmpfs", "-o", "size=64k", "none", scratch.folder))
    }

    deinit {
        _ = SmallDisk.run("umount", "-l", scratch.folder)
    }

    subscript(name: String) -> String { scratch[name] }
    var names: [String] { scratch.names }

    /// Takes all but some bytes of the room that is left.
    func fill(except spared: Int) throws {
        let descriptor = open(scratch["filler"], O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        defer { close(descriptor) }
        let page = [UInt8](repeating: 0, count: 4096)
        while write(descriptor, page, page.count) > 0 {}
        var status = stat()
        fstat(descriptor, &status)
        try #require(ftruncate(descriptor, status.st_size - spared) == 0)
    }

    func empty() {
        unlink(scratch["filler"])
    }

    func makeReadOnly() throws {
        try #require(SmallDisk.run("mount", "-o", "remount,ro", scratch.folder))
    }

    private static func run(_ command: String...) -> Bool {
        (try? Child(command).finish()) == 0
    }
}
