internal import Mathematics

/// The different records of a design in one order, with how many patients are of each kind.
///
/// The order is by stratum, time, status, entry, offset and the covariates, whatever order the patients come in and whether
/// they come one by one or counted. So a model of these records is the same to the last bit.
struct AlikeRecords {
    /// A row of the design for each record; a kind of several patients stands as often where ``frequency`` is nil.
    private(set) var rows: [Int32]
    /// For how many patients each record stands; nil where each is one.
    private(set) var frequency: [Double]?

    /// From so many patients on covariates have at most ``mostValues`` values each, or there are no more possible kinds than
    /// ``mostKinds`` or than patients.
    static let manyPatients = 200_000
    private static let mostKinds = 1 << 24
    private static let mostValues = 64

    /// Finds them; nil where values are too many and too different for patients to be alike.
    ///
    /// What decides is the same for patients one by one and counted: how many they are, and which values occur.
    ///
    /// - Parameters:
    ///   - design: The design; without weights and clusters, which belong to single patients.
    ///   - covariates: What its columns are made from.
    ///   - many: From how many patients on they must be so few kinds.
    init?(_ design: CoxDesign, covariates: [Covariate], manyFrom many: Int = manyPatients) {
        let complete = design.completeRows()
        guard !complete.isEmpty else { return nil }
        func patients(_ row: Int32) -> Int { design.frequency.map { Int($0[Int(row)]) } ?? 1 }
        let total = design.frequency == nil ? complete.count : complete.reduce(0) { $0 + patients($1) }
        let limit = total >= many ? max(Self.mostKinds, total) : nil
        if let limit, design.hasMoreKinds(than: limit, of: complete, covariates, values: Self.mostValues) { return nil }
        var keys = RecordKeys(complete, limit: limit)
        if !keys.add(design, covariates) {
            guard limit != nil, design.isDiscrete(covariates, values: Self.mostValues) else { return nil }
            keys = RecordKeys(complete, limit: nil)
            guard keys.add(design, covariates) else { return nil }
        }
        let kinds = keys.kinds(frequency: design.frequency)
        // Where hardly any are alike, each patient by itself costs less than a count.
        if 2 * kinds.rows.count <= total {
            rows = kinds.rows
            frequency = kinds.patients.map(Double.init)
        } else {
            rows = zip(kinds.rows, kinds.patients).flatMap { repeatElement($0, count: $1) }
        }
        addMissing(design, complete: complete, patients: patients)
    }

    /// Adds the patients who lack a value, of whom only the number counts.
    private mutating func addMissing(_ design: CoxDesign, complete: [Int32], patients: (Int32) -> Int) {
        guard complete.count < design.time.count else { return }
        var isComplete = [Bool](repeating: false, count: design.time.count)
        for row in complete { isComplete[Int(row)] = true }
        let missing = isComplete.indices.lazy.filter { !isComplete[$0] }.map { Int32($0) }
        let count = missing.reduce(0) { $0 + patients($1) }
        guard let first = missing.first else { return }
        if frequency == nil {
            rows += repeatElement(first, count: count)
        } else {
            rows.append(first)
            frequency?.append(Double(count))
        }
    }
}

extension CoxDesign {
    /// Whether some of the rows alone show that there are more possible kinds than the limit, and that some covariate has
    /// more than so many values: then nothing else needs to be looked at.
    fileprivate func hasMoreKinds(
        than limit: Int, of rows: [Int32], _ covariates: [Covariate], values most: Int
    ) -> Bool {
        let sample = rows.prefix(1 << 14)
        func different(_ numbers: [Double]) -> Int { Set(sample.map { numbers[Int($0)] }).count }
        var (kinds, isVaried) = (different(time), false)
        for covariate in covariates {
            let values =
                switch covariate.values {
                case .factor(_, let levels, _): levels.count
                case .continuous(let numbers): different(numbers)
                }
            isVaried = isVaried || values > most
            // No more than the limit times the rows of the sample.
            kinds = min(kinds, limit + 1) * max(1, values)
            if isVaried, kinds > limit { return true }
        }
        return false
    }

    /// Whether nothing but the time has more different values than so many.
    fileprivate func isDiscrete(_ covariates: [Covariate], values most: Int) -> Bool {
        let numbers = [entry, offset].compactMap(\.self).map { Covariate.continuous("", $0) }
        return (covariates + numbers).allSatisfy { covariate in
            switch covariate.values {
            case .factor(_, let levels, _): return levels.count <= most
            case .continuous(let numbers):
                var found: [Double] = []
                return numbers.allSatisfy { number in
                    if number == found.last || number.isNaN || found.contains(number) { return true }
                    found.append(number)
                    return found.count <= most
                }
            }
        }
    }
}

extension RecordKeys {
    /// Adds all digits of a design; gives false where there would be too many keys.
    fileprivate mutating func add(_ design: CoxDesign, _ covariates: [Covariate]) -> Bool {
        if let strata = design.strata, !add(strata, below: (strata.max() ?? 0) + 1) { return false }
        guard add(design.time) else { return false }
        let events = gatheredInBlocks(design.status.count) { design.status[$0] == .event ? UInt8(1) : 0 }
        guard add(events, below: 2) else { return false }
        for numbers in [design.entry, design.offset].compactMap(\.self) where !add(numbers) { return false }
        for covariate in covariates {
            switch covariate.values {
            case .continuous(let numbers): if !add(numbers) { return false }
            case .factor(let codes, let levels, _):
                // A factor of one level makes no column and asks for no value; as a subgroup it still tells who has one.
                let isAdded = levels.count == 1 ? add(codes.map { $0 + 1 }, below: 2) : add(codes, below: levels.count)
                if !isAdded { return false }
            }
        }
        return true
    }

    /// A row of each kind in the order of the keys, and how many patients are of it.
    fileprivate func kinds(frequency: [Double]?) -> (rows: [Int32], patients: [Int]) {
        func patients(_ row: Int32) -> Int { frequency.map { Int($0[Int(row)]) } ?? 1 }
        // Few possible kinds are counted where they belong, others sorted.
        return bound <= 4 * rows.count + (1 << 16) ? counted(patients) : sorted(patients)
    }

    @inline(__always)
    private func counted(_ patients: (Int32) -> Int) -> (rows: [Int32], patients: [Int]) {
        var first = [Int32](repeating: -1, count: bound)
        var counts = [Int](repeating: 0, count: bound)
        for (key, row) in zip(keys, rows) {
            if counts[key] == 0 { first[key] = row }
            counts[key] += patients(row)
        }
        let kinds = counts.indices.filter { counts[$0] > 0 }
        return (kinds.map { first[$0] }, kinds.map { counts[$0] })
    }

    private func sorted(_ patients: (Int32) -> Int) -> (rows: [Int32], patients: [Int]) {
        let ascending = AscendingOrder(keys.map(Double.init))
        var kinds: (rows: [Int32], patients: [Int]) = ([], [])
        var last = -1.0
        for (value, index) in zip(ascending.values, ascending.order) {
            let row = rows[Int(index)]
            if value != last {
                kinds.rows.append(row)
                kinds.patients.append(0)
            }
            last = value
            kinds.patients[kinds.patients.count - 1] += patients(row)
        }
        return kinds
    }
}
