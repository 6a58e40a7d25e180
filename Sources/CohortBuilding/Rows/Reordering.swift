extension CategoricalValues {
    /// The column with its patients in another order.
    func reordered(_ order: [Int]) -> CategoricalValues {
        isInOrder(order)
            ? self
            : CategoricalValues(levels: levels, codes: order.map { codes[$0] }, reference: reference)
    }
}

extension VariableValues {
    /// The values with their patients in another order.
    func reordered(_ order: [Int]) -> VariableValues {
        if isInOrder(order) { return self }
        return switch self {
        case .categorical(let values): .categorical(values.reordered(order))
        case .continuous(let numbers, let decimals): .continuous(order.map { numbers[$0] }, decimals: decimals)
        case .multiResponse(let levels, let responses):
            .multiResponse(levels: levels, responses: order.map { responses[$0] })
        }
    }

    /// How many patients lack a value.
    var missingCount: Int {
        switch self {
        case .categorical(let values): values.codes.count { $0 == nil }
        case .continuous(let numbers, _): numbers.count { $0 == nil }
        case .multiResponse(_, let responses): responses.count { $0 == nil }
        }
    }
}

extension EndpointValues {
    /// The values with their patients in another order.
    func reordered(_ order: [Int]) -> EndpointValues {
        if isInOrder(order) { return self }
        return EndpointValues(
            time: order.map { time[$0] }, status: order.map { status[$0] }, timeUnit: timeUnit,
            entry: entry.map { entry in order.map { entry[$0] } })
    }
}

/// Whether an order leaves everything where it is.
private func isInOrder(_ order: [Int]) -> Bool { order.indices.allSatisfy { order[$0] == $0 } }
