import Foundation

/// The shortest of several runs, in seconds, and the least processor time of all threads together.
func shortest(_ runs: Int, _ action: () throws -> Void) rethrows -> (wall: Double, processor: Double) {
    let wallClock = ContinuousClock()
    var (wall, processor) = (Double.infinity, Double.infinity)
    for _ in 0..<runs {
        let before = clock()
        wall = min(wall, try wallClock.measure(action) / .seconds(1))
        processor = min(processor, Double(clock() - before) / Double(CLOCKS_PER_SEC))
    }
    return (wall, processor)
}

/// The most memory that the process has had, in MB, as Linux knows it; 0 elsewhere.
func peakMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
    return (line.flatMap { Int($0.filter(\.isNumber)) } ?? 0) / 1024
}
