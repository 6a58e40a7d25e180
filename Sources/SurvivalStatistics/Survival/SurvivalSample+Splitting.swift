internal import Mathematics

extension SurvivalSample {
    /// Divides the sample into groups; a patient whose code is nil or outside `0..<count` is in none of them.
    ///
    /// Each group keeps the order of its patients. A group may be empty. What was sorted stays sorted, so that
    /// splitting costs one pass.
    public func split(by codes: [Int?], into count: Int) -> [SurvivalSample] {
        split(by: codes.map { code in code.flatMap { Int32(exactly: $0) } ?? -1 }, into: count)
    }

    /// As ``split(by:into:)-([Int?],_)``; −1 stands for no group.
    public func split(by codes: [Int32], into count: Int) -> [SurvivalSample] {
        let grouping = Grouping(codes, patients: self.count, groups: max(count, 0))
        let exitsOf = exits.map { grouping.divide($0) }
        let entriesOf = entries.map { grouping.divide($0) }
        let members = grouping.members
        return concurrentMap(members.count) { group in
            let own = members[group]
            return SurvivalSample(
                time: own.map { time[Int($0)] }, status: own.map { status[Int($0)] },
                entry: entry.map { entry in own.map { entry[Int($0)] } },
                weights: weights.map { weights in own.map { weights[Int($0)] } }, unit: unit,
                hasSamplingWeights: hasSamplingWeights, isCounted: isCounted, exits: exitsOf?[group],
                entries: entriesOf?[group])
        }
    }

    /// The patients at these positions, in this order; positions outside the sample are passed over.
    public func patients(at positions: [Int]) -> SurvivalSample {
        let chosen = positions.filter { time.indices.contains($0) }
        return SurvivalSample(
            time: chosen.map { time[$0] }, status: chosen.map { status[$0] },
            entry: entry.map { entry in chosen.map { entry[$0] } },
            weights: weights.map { weights in chosen.map { weights[$0] } }, unit: unit,
            hasSamplingWeights: hasSamplingWeights, isCounted: isCounted, exits: nil, entries: nil)
    }
}

/// Which patients are in which group, and where.
private struct Grouping {
    /// Each patient's group in the upper half, −1 for none, and position in it in the lower half: one look at memory.
    private let places: [Int64]
    /// Where each group starts in a list of all; one longer than the number of groups.
    private let starts: [Int]

    init(_ codes: [Int32], patients: Int, groups: Int) {
        var sizes = [Int](repeating: 0, count: groups)
        places = [Int64](unsafeUninitializedCapacity: patients) { places, count in
            count = patients
            codes.withUnsafeBufferPointer { codes in
                sizes.withUnsafeMutableBufferPointer { sizes in
                    for patient in 0..<patients {
                        guard patient < codes.count, codes[patient] >= 0, codes[patient] < groups else {
                            places[patient] = -1
                            continue
                        }
                        let code = Int(codes[patient])
                        places[patient] = Int64(code) << 32 | Int64(sizes[code])
                        sizes[code] += 1
                    }
                }
            }
        }
        starts = sizes.reduce(into: [0]) { starts, size in starts.append(starts[starts.count - 1] + size) }
    }

    private var ranges: [Range<Int>] { zip(starts, starts.dropFirst()).map { $0..<$1 } }

    /// The patients of each group.
    var members: [ArraySlice<Int32>] {
        let all = [Int32](unsafeUninitializedCapacity: starts[starts.count - 1]) { all, count in
            count = starts[starts.count - 1]
            for (patient, place) in places.enumerated() where place >= 0 {
                all[starts[Int(place >> 32)] + Int(place & 0xFFFF_FFFF)] = Int32(truncatingIfNeeded: patient)
            }
        }
        return ranges.map { all[$0] }
    }

    /// The sorted times of each group, with the patients' positions in it.
    func divide(_ sorted: SortedTimes) -> [SortedTimes] {
        let total = starts[starts.count - 1]
        var next = starts
        var patients: [Int32] = []
        // Where each group's times stand among all; they are copied once it is known whose they are.
        let sources = [Int32](unsafeUninitializedCapacity: total) { sources, count in
            count = total
            patients = [Int32](unsafeUninitializedCapacity: total) { patients, count in
                count = total
                next.withUnsafeMutableBufferPointer { next in
                    // Looked up on all cores first: what is left is read from end to end.
                    for (index, place) in gathered(places, at: sorted.patient).enumerated() {
                        guard place >= 0 else { continue }
                        let target = next[Int(place >> 32)]
                        next[Int(place >> 32)] = target + 1
                        sources[target] = Int32(truncatingIfNeeded: index)
                        patients[target] = Int32(truncatingIfNeeded: place)
                    }
                }
            }
        }
        let ranges = ranges
        return concurrentMap(ranges.count) { group in
            let own = sources[ranges[group]]
            return SortedTimes(
                time: own.map { sorted.time[Int($0)] }, patient: Array(patients[ranges[group]]),
                status: sorted.status.isEmpty ? [] : own.map { sorted.status[Int($0)] })
        }
    }
}
