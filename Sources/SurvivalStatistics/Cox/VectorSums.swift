/// The vectors `S₁` and `D₁` of a sweep.
struct VectorSums {
    typealias Four = CovariateRows.Four

    let stride: Int
    let risk: UnsafeMutablePointer<Double>
    let events: UnsafeMutablePointer<Double>

    init(stride: Int) {
        self.stride = stride
        let bytes = max(64, 2 * (stride + 4) * MemoryLayout<Double>.stride)
        let storage = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
        storage.initializeMemory(as: Double.self, repeating: 0, count: bytes / MemoryLayout<Double>.stride)
        risk = storage.assumingMemoryBound(to: Double.self)
        events = risk + (stride + 3) / 4 * 4
    }

    /// The risk set's vector.
    var riskValues: [Double] { (0..<stride).map { risk[$0] } }

    func deallocate() { UnsafeMutableRawPointer(risk).deallocate() }

    func clearRisk() { risk.update(repeating: 0, count: stride) }

    func clearEvents() { events.update(repeating: 0, count: stride) }

    /// Adds records that lie one after the other; each sum of four columns stays in a register.
    @inline(__always)
    func addRisk(_ rows: UnsafePointer<Double>, _ weights: UnsafePointer<Double>, _ records: Range<Int>) {
        guard stride >= 4 else {
            if stride == 1 {
                var sum = risk[0]
                for record in records { sum += weights[record] * rows[record] }
                risk[0] = sum
            }
            return
        }
        let blocks = stride / 4
        let source = UnsafeRawPointer(rows).assumingMemoryBound(to: Four.self)
        let target = UnsafeMutableRawPointer(risk).assumingMemoryBound(to: Four.self)
        for block in 0..<blocks {
            var sum = target[block]
            for record in records { sum += source[record * blocks + block] * weights[record] }
            target[block] = sum
        }
    }

    @inline(__always)
    func addEvent(_ row: UnsafePointer<Double>, _ weight: Double) {
        guard stride >= 4 else {
            if stride == 1 { events[0] += weight * row[0] }
            return
        }
        let source = UnsafeRawPointer(row).assumingMemoryBound(to: Four.self)
        let target = UnsafeMutableRawPointer(events).assumingMemoryBound(to: Four.self)
        for block in 0..<(stride / 4) { target[block] += source[block] * weight }
    }
}
