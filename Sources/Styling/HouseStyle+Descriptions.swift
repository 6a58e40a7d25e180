public import Results

extension Description {
    /// What is printed of a description: the centre, then the spread or its two ends.
    public func printed(as summary: BaselineVariable.Summary) -> [Double?] {
        switch summary {
        case .mean: [mean, standardDeviation]
        case .range: [median, minimum, maximum]
        case .median, .levels, .responses: [median, lowerQuartile, upperQuartile]
        }
    }
}

extension HouseStyle {
    /// Decimals of all numbers of a continuous variable, the same in every column and sentence.
    ///
    /// Those of the data, and one more for means and where a median or a quartile falls between two values of the data.
    /// Data with more than two decimals were computed rather than read off: of them at most four significant digits
    /// are printed, counted on the largest number.
    public func decimals(of variable: BaselineVariable) -> Int {
        let data = variable.descriptions.map(\.decimals).max() ?? 0
        let numbers = variable.descriptions.flatMap { $0.printed(as: variable.summary) }.compactMap(\.self)
        let isBetween = numbers.contains { decimalsNeeded(by: $0) > data }
        let wanted = variable.summary == .mean || isBetween ? data + 1 : data
        guard data > 2 else { return wanted }
        var digitsBeforePoint = 1
        var rest = numbers.map(\.magnitude).max() ?? 0
        while rest >= 10 {
            rest /= 10
            digitsBeforePoint += 1
        }
        return min(wanted, max(1, 4 - digitsBeforePoint))
    }
}
