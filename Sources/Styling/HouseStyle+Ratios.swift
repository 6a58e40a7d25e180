public import Results

extension HouseStyle {
    /// A hazard, odds or risk ratio, such as `0.43`: two decimals; more where two would leave only zeros, none from 100
    /// on. `NE` where there is none.
    public func ratio(_ x: Double?) -> String {
        trimmed(x, decimals: ratioDecimals(of: x))
    }

    /// A standardised difference, such as `0.096`: three decimals, so that it cannot round onto a threshold of 0.1 or
    /// 0.25 unseen. `NE` where there is none.
    public func standardizedDifference(_ x: Double?) -> String {
        trimmed(x, decimals: 3)
    }

    /// A ratio with its interval, such as `0.43 (0.21–0.88)`; `NE` where there is none.
    public func ratio(_ estimate: Estimate) -> String {
        if estimate.isWithheld { return PrivacyProtection.mark }
        guard estimate.value != nil else { return numbers.notEstimable }
        return "\(ratio(estimate.value)) (\(ratioInterval(estimate.interval)))"
    }

    /// The interval of a ratio, such as `0.21–0.88`; `NE` for a limit that does not exist.
    public func ratioInterval(_ interval: ConfidenceInterval?) -> String {
        self.interval(ratio(interval?.lower), ratio(interval?.upper))
    }

    /// A number with at most this many decimals, without zeros at its end where the study wants none.
    private func trimmed(_ x: Double?, decimals: Int) -> String {
        guard !numbers.keepsTrailingZeros, let x, let rounded = DecimalNumber(x)?.rounded(toDecimals: decimals) else {
            return number(x, decimals: decimals)
        }
        return text(rounded, decimals: rounded.decimals)
    }

    private func ratioDecimals(of x: Double?) -> Int {
        guard let x, let number = DecimalNumber(x) else { return 2 }
        if abs(x) >= 100 { return 0 }
        return x == 0 || abs(x) >= 0.005 ? 2 : min(number.leadingDecimalZeros + 1, 6)
    }
}
