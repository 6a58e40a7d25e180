internal import Foundation

/// What the preview shows: the last good report, and what is wrong with the study now.
public actor PreviewState {
    /// What the page is told.
    struct Status: Codable, Equatable, Sendable {
        /// Grows with every build.
        var version: Int
        /// Grows with every report.
        var reportVersion: Int
        /// The messages of the last build, as the terminal shows them; empty where all is well.
        var messages: String
        /// Whether the last build failed, so that the report shown is an older one.
        var isFaulty: Bool
        /// What the last build changed in the results.
        var changes: String
    }

    private(set) var status = Status(version: 0, reportVersion: 0, messages: "", isFaulty: false, changes: "")
    private(set) var report: [UInt8]?
    private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    private var nextWaiter = 0

    /// Begins without a report.
    public init() {}

    /// A build succeeded.
    public func show(report: [UInt8], messages: String, changes: String) {
        self.report = report
        status = Status(
            version: status.version + 1, reportVersion: status.reportVersion + 1, messages: messages, isFaulty: false,
            changes: changes)
        wakeAll()
    }

    /// What the build of the report that is shown changed in the results, which is known later than the report.
    public func show(changes: String) {
        status.version += 1
        status.changes = changes
        wakeAll()
    }

    /// A build failed: the last good report stays.
    public func show(faults: String) {
        status.version += 1
        status.messages = faults
        status.isFaulty = true
        status.changes = ""
        wakeAll()
    }

    /// The status as soon as it is another than the version given, or after a time.
    func status(after version: Int, within limit: Duration) async -> Status {
        if status.version != version { return status }
        let waiter = nextWaiter
        nextWaiter += 1
        let alarm = Task {
            try? await Task.sleep(for: limit)
            wake(waiter)
        }
        await withCheckedContinuation { waiting[waiter] = $0 }
        alarm.cancel()
        return status
    }

    private func wake(_ waiter: Int) { waiting.removeValue(forKey: waiter)?.resume() }

    private func wakeAll() {
        for waiter in waiting.keys { wake(waiter) }
    }
}
