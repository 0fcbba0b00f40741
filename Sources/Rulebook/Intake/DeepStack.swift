internal import Glibc

/// Does some work on a thread with a stack of 16 MiB, and waits for it.
///
/// The parser nests up to a thousand levels, which take 4 MiB of stack, and threads may have as little as 512 KiB.
func withDeepStack<Result>(_ work: () -> Result) -> Result {
    withoutActuallyEscaping(work) { work in
        var result: Result?
        let job = Job { result = work() }
        var attributes = pthread_attr_t()
        var thread = pthread_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, 16 * 1_048_576)
        let start = pthread_create(&thread, &attributes, runJob, Unmanaged.passUnretained(job).toOpaque())
        if start == 0 {
            withExtendedLifetime(job) { _ = pthread_join(thread, nil) }
        } else {
            // Without another thread to be had, this one must do.
            job.run()
        }
        guard let result else { preconditionFailure("the work was not done") }
        return result
    }
}

/// What the thread is to do.
private final class Job {
    let run: () -> Void

    init(_ run: @escaping () -> Void) {
        self.run = run
    }
}

private func runJob(_ job: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let job { Unmanaged<Job>.fromOpaque(job).takeUnretainedValue().run() }
    return nil
}
