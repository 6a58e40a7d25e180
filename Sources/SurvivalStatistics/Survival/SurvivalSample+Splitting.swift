extension SurvivalSample {
    /// Divides the sample into groups; a patient whose code is nil or outside `0..<count` is in none of them.
    ///
    /// Each group keeps the order of its patients. A group may be empty. What was sorted stays sorted, so that
    /// splitting costs one pass.
    public func split(by codes: [Int?], into count: Int) -> [SurvivalSample] {
        var members = [[Int32]](repeating: [], count: max(count, 0))
        var place = [Int32](repeating: -1, count: self.count)
        for (index, code) in codes.prefix(self.count).enumerated() {
            guard let code, members.indices.contains(code) else { continue }
            place[index] = Int32(members[code].count)
            members[code].append(Int32(index))
        }
        let orders = order.map { divided($0, by: codes, among: members, place: place) }
        let entryOrders = entryOrder.map { divided($0, by: codes, among: members, place: place) }
        return members.indices.map { group in
            let chosen = members[group]
            return SurvivalSample(
                time: chosen.map { time[Int($0)] }, status: chosen.map { status[Int($0)] },
                entry: entry.map { entry in chosen.map { entry[Int($0)] } },
                weights: weights.map { weights in chosen.map { weights[Int($0)] } }, unit: unit,
                hasSamplingWeights: hasSamplingWeights, order: orders?[group], entryOrder: entryOrders?[group])
        }
    }

    /// The patients at these positions, in this order; positions outside the sample are passed over.
    public func patients(at positions: [Int]) -> SurvivalSample {
        let chosen = positions.filter { time.indices.contains($0) }
        return SurvivalSample(
            time: chosen.map { time[$0] }, status: chosen.map { status[$0] },
            entry: entry.map { entry in chosen.map { entry[$0] } },
            weights: weights.map { weights in chosen.map { weights[$0] } }, unit: unit,
            hasSamplingWeights: hasSamplingWeights, order: nil, entryOrder: nil)
    }

    private func divided(
        _ order: [Int32], by codes: [Int?], among members: [[Int32]], place: [Int32]
    ) -> [[Int32]] {
        var divided = members.map { members in
            var empty = [Int32]()
            empty.reserveCapacity(members.count)
            return empty
        }
        for index in order where place[Int(index)] >= 0 {
            if let code = codes[Int(index)] { divided[code].append(place[Int(index)]) }
        }
        return divided
    }
}
