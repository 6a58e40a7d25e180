internal import Dispatch

extension CoxRecords {
    /// Does something for all records, part by part, on as many cores as there are.
    ///
    /// The parts depend on the number of records only, and so do sums made part by part: never on the cores.
    func inParts<Value>(_ body: (Range<Int>) -> Value) -> [Value] {
        let partCount = count * max(1, covariates.stride) < 1_000_000 ? 1 : 16
        guard partCount > 1 else { return [body(0..<count)] }
        // Multiples of eight, so that vectors of eight numbers are cut nowhere.
        let size = (count / partCount + 8) / 8 * 8
        var results = [Value?](repeating: nil, count: partCount)
        results.withUnsafeMutableBufferPointer { results in
            nonisolated(unsafe) let target = results
            nonisolated(unsafe) let action = body
            DispatchQueue.concurrentPerform(iterations: partCount) { part in
                let start = min(part * size, count)
                let end = part == partCount - 1 ? count : min(start + size, count)
                target[part] = action(start..<end)
            }
        }
        return results.compactMap { $0 }
    }
}
