public import Results

extension HouseStyle {
    /// A hazard, odds or risk ratio, such as `0.43`: two decimals; more where two would leave only zeros, none from 100
    /// on. `NE` where there is none.
    public func ratio(_ x: Double?) -> String {
        number(x, decimals: ratioDecimals(of: x))
    }

    /// A ratio with its interval, such as `0.43 (0.21–0.88)`; `NE` where there is none.
    public func ratio(_ estimate: Estimate) -> String {
        guard estimate.value != nil else { return numbers.notEstimable }
        return "\(ratio(estimate.value)) (\(ratioInterval(estimate.interval)))"
    }

    /// The interval of a ratio, such as `0.21–0.88`; `NE` for a limit that does not exist.
    public func ratioInterval(_ interval: ConfidenceInterval?) -> String {
        self.interval(ratio(interval?.lower), ratio(interval?.upper))
    }

    private func ratioDecimals(of x: Double?) -> Int {
        guard let x, let number = DecimalNumber(x) else { return 2 }
        if abs(x) >= 100 { return 0 }
        return x == 0 || abs(x) >= 0.005 ? 2 : min(number.leadingDecimalZeros + 1, 6)
    }
}
