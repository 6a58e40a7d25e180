extension CategoricalValues {
    /// The column with its patients in another order.
    func reordered(_ order: [Int]) -> CategoricalValues {
        isInOrder(order)
            ? self
            : CategoricalValues(levels: levels, codes: LevelCodes(codes: codes.codes(of: order)), reference: reference)
    }
}

extension VariableValues {
    /// The values with their patients in another order.
    func reordered(_ order: [Int]) -> VariableValues {
        if isInOrder(order) { return self }
        return switch self {
        case .categorical(let values): .categorical(values.reordered(order))
        case .continuous(let numbers, let decimals):
            .continuous(NumberValues(numbers: numbers.numbers(of: order)), decimals: decimals)
        case .multiResponse(let levels, let responses):
            .multiResponse(levels: levels, responses: order.map { responses[$0] })
        }
    }

    /// How many patients lack a value, each row standing for as many as `frequencies` says.
    func missingCount(_ frequencies: [Int]?) -> Int {
        switch self {
        case .categorical(let values): values.missingCount(frequencies)
        case .continuous(let numbers, _):
            frequencies == nil ? numbers.missingCount : countedMissing(numbers, frequencies)
        case .multiResponse(_, let responses): countedMissing(responses, frequencies)
        }
    }
}

extension CategoricalValues {
    /// How many patients lack a level.
    func missingCount(_ frequencies: [Int]?) -> Int {
        frequencies == nil ? codes.missingCount : countedMissing(codes, frequencies)
    }
}

private func countedMissing<Value>(_ values: some Collection<Value?>, _ frequencies: [Int]?) -> Int {
    guard let frequencies else { return values.count { $0 == nil } }
    return zip(values, frequencies).reduce(0) { $0 + ($1.0 == nil ? $1.1 : 0) }
}

extension EndpointValues {
    /// The values with their patients in another order.
    func reordered(_ order: [Int]) -> EndpointValues {
        if isInOrder(order) { return self }
        return EndpointValues(
            time: NumberValues(numbers: time.numbers(of: order)), status: order.map { status[$0] }, timeUnit: timeUnit,
            entry: entry.map { NumberValues(numbers: $0.numbers(of: order)) })
    }
}

/// Whether an order leaves everything where it is.
private func isInOrder(_ order: [Int]) -> Bool { order.areAll(of: order.count) }
