import Foundation

/// The shortest of several runs, in seconds.
func shortest(_ runs: Int, _ action: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    var best = Duration.seconds(1_000_000)
    for _ in 0..<runs { best = min(best, try clock.measure(action)) }
    return best / .seconds(1)
}

/// The most memory that the process has had, in MB, as Linux knows it; 0 elsewhere.
func peakMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
    return (line.flatMap { Int($0.filter(\.isNumber)) } ?? 0) / 1024
}
