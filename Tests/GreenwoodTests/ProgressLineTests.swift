import Synchronization
import Testing

@testable import greenwood

/// What a terminal sees of a long run; `\r␛[2K` erases a line.
@Suite struct ProgressLineTests {
    private final class Terminal: Sendable {
        private let text = Mutex("")
        var seen: String { text.withLock { $0 } }
        func write(_ more: String) { text.withLock { $0 += more } }
    }

    @Test func `the line names the step and is erased`() {
        let terminal = Terminal()
        let line = ProgressLine { terminal.write($0) }
        line.step("analysing pfs")
        #expect(line.draw(after: .milliseconds(1250)))
        line.step("drawing")
        #expect(line.draw(after: .seconds(62)))
        line.end()
        line.end()
        #expect(terminal.seen == "\r\u{1B}[2Kanalysing pfs … 1 s\r\u{1B}[2Kdrawing … 62 s\r\u{1B}[2K")
    }

    @Test func `a run of less than a second shows nothing`() {
        let terminal = Terminal()
        let line = ProgressLine { terminal.write($0) }
        line.step("analysing pfs")
        #expect(line.draw(after: .milliseconds(999)))
        line.end()
        #expect(terminal.seen.isEmpty)
    }

    @Test func `nothing is drawn after the end`() {
        let terminal = Terminal()
        let line = ProgressLine { terminal.write($0) }
        line.step("drawing")
        line.end()
        #expect(!line.draw(after: .seconds(5)))
        #expect(terminal.seen.isEmpty)
    }

    @Test func `a long step stays on one line`() {
        let terminal = Terminal()
        let line = ProgressLine { terminal.write($0) }
        line.step(String(repeating: "x", count: 200))
        _ = line.draw(after: .seconds(2))
        #expect(terminal.seen == "\r\u{1B}[2K" + String(repeating: "x", count: 60) + " … 2 s")
    }
}
