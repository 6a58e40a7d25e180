internal import Foundation
internal import Synchronization

/// One line on the terminal that says what a run is at and for how long it has run, such as `analysing pfs … 3 s`.
///
/// It appears after the first second and is erased at the end, so that a quick run shows nothing and no run leaves
/// anything behind. It exists only where standard error is a terminal that can erase: never in files or pipes.
final class ProgressLine: Sendable {
    private struct State {
        var step = ""
        var isShown = false
        var hasEnded = false
    }

    private static let erasure = "\r\u{1B}[2K"
    private static let longestStep = 60

    private let state = Mutex(State())
    private let write: @Sendable (String) -> Void

    init(write: @escaping @Sendable (String) -> Void) { self.write = write }

    /// The line on standard error, kept up to date until it ends; nil where it would not be seen or not be erased.
    static func onTerminal() -> ProgressLine? {
        let terminal = ProcessInfo.processInfo.environment["TERM"] ?? "dumb"
        guard isatty(STDERR_FILENO) == 1, terminal != "dumb" else { return nil }
        let line = ProgressLine { FileHandle.standardError.write(Data($0.utf8)) }
        let start = ContinuousClock.now
        Thread.detachNewThread {
            repeat { Thread.sleep(forTimeInterval: 0.25) } while line.draw(after: ContinuousClock.now - start)
        }
        return line
    }

    /// Names what is done from now on.
    func step(_ name: String) { state.withLock { $0.step = String(name.prefix(Self.longestStep)) } }

    /// Draws the line once a second has passed; false after its end.
    func draw(after elapsed: Duration) -> Bool {
        state.withLock { state in
            guard !state.hasEnded else { return false }
            if elapsed >= .seconds(1), !state.step.isEmpty {
                write("\(Self.erasure)\(state.step) … \(elapsed.components.seconds) s")
                state.isShown = true
            }
            return true
        }
    }

    /// Erases the line for good.
    func end() {
        state.withLock { state in
            if state.isShown, !state.hasEnded { write(Self.erasure) }
            state.hasEnded = true
        }
    }
}
