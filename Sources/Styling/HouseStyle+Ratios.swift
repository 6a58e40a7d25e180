public import Results

extension HouseStyle {
    /// A hazard, odds or risk ratio, such as `0.43`: two decimals, two significant digits below 0.01 (`0.0052`), none
    /// from 100 on. `NE` where there is none.
    public func ratio(_ x: Double?) -> String {
        trimmed(x, decimals: ratioDecimals(of: x, beside: [x]))
    }

    /// A ratio or one of the limits of its interval, as precise as they are together: where the ratio is below 0.01, or two
    /// decimals would leave only zeros of a limit, all have two significant digits at least, such as `0.0052`, `0.00065`
    /// and `0.042`.
    public func ratio(_ x: Double?, of estimate: Estimate?) -> String {
        trimmed(x, decimals: ratioDecimals(of: x, beside: numbers(of: estimate)))
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
        return "\(ratio(estimate.value, of: estimate)) (\(ratioInterval(of: estimate)))"
    }

    /// The interval of a ratio, such as `0.21–0.88`; `NE` for a limit that does not exist.
    public func ratioInterval(of estimate: Estimate?) -> String {
        interval(ratio(estimate?.interval?.lower, of: estimate), ratio(estimate?.interval?.upper, of: estimate))
    }

    private func numbers(of estimate: Estimate?) -> [Double?] {
        [estimate?.value, estimate?.interval?.lower, estimate?.interval?.upper]
    }

    /// A number with at most this many decimals, without zeros at its end where the study wants none.
    private func trimmed(_ x: Double?, decimals: Int) -> String {
        guard !numbers.keepsTrailingZeros, let x, let rounded = DecimalNumber(x)?.rounded(toDecimals: decimals) else {
            return number(x, decimals: decimals)
        }
        return text(rounded, decimals: rounded.decimals)
    }

    private func ratioDecimals(of x: Double?, beside others: [Double?]) -> Int {
        guard let x, let number = DecimalNumber(x) else { return 2 }
        if abs(x) >= 100 { return 0 }
        func isSmall(_ x: Double?, below limit: Double) -> Bool { x.map { $0 != 0 && abs($0) < limit } ?? false }
        let isPrecise =
            isSmall(others.first ?? nil, below: 0.01) || others.contains { isSmall($0, below: 0.005) }
        return x == 0 || !isPrecise ? 2 : min(max(number.leadingDecimalZeros + 2, 2), 6)
    }
}
