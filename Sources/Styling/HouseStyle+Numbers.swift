public import Results

extension HouseStyle {
    /// Decimals that are ever printed; a study that asks for more gets these.
    private static let mostDecimals = 15

    /// A number with exactly this many decimals, such as `12.60`, `−0.4` or `12,345`; `NE` where there is none.
    public func number(_ x: Double?, decimals: Int) -> String {
        if let x, x.isWithheld { return PrivacyProtection.mark }
        guard let x, let number = DecimalNumber(x) else { return numbers.notEstimable }
        return text(number, decimals: decimals)
    }

    /// How many decimals it takes to write a number exactly; none for none.
    public func decimalsNeeded(by x: Double?) -> Int {
        x.flatMap { DecimalNumber($0) }?.decimals ?? 0
    }

    /// A whole number, such as `71` or `12,345`.
    public func count(_ n: Int) -> String {
        n.isWithheld
            ? PrivacyProtection.mark : text(DecimalNumber(UInt128(n.magnitude), isNegative: n < 0), decimals: 0)
    }

    /// A count with its percentage, such as `21 (50.0)`; the count alone where the total is zero.
    public func count(_ n: Int, of total: Int) -> String {
        total == 0 || n.isWithheld || total.isWithheld ? count(n) : "\(count(n)) (\(percent(n, of: total)))"
    }

    /// The percentage that a count is of a total, without the sign, by exact integer arithmetic: 1 of 8 is `13` at no
    /// decimals. `NE` where the total is zero.
    public func percent(_ count: Int, of total: Int) -> String {
        guard !count.isWithheld, !total.isWithheld else { return PrivacyProtection.mark }
        guard total != 0 else { return numbers.notEstimable }
        let decimals = percentDecimals(total: total)
        let numerator = UInt128(count.magnitude) * 100 * Self.powerOfTen(decimals)
        let denominator = UInt128(total.magnitude)
        let rounded = (2 * numerator + denominator) / (2 * denominator)
        let isNegative = (count < 0) != (total < 0)
        return percentText(
            DecimalNumber(rounded, shiftedBy: decimals, isNegative: isNegative), decimals: decimals)
    }

    /// A proportion as a percentage without the sign: 0.724 is `72.4`. `NE` where there is none.
    public func percent(_ proportion: Double?) -> String {
        guard let proportion, let number = DecimalNumber(proportion) else { return numbers.notEstimable }
        return percentText(number.asPercentage, decimals: percentDecimals(total: nil))
    }

    /// A proportion with its interval as percentages without the sign, such as `72.4 (52.3–85.1)`; `NE` where there is
    /// none.
    public func percent(_ estimate: Estimate) -> String {
        if estimate.isWithheld { return PrivacyProtection.mark }
        guard estimate.value != nil else { return numbers.notEstimable }
        return "\(percent(estimate.value)) (\(percentInterval(estimate.interval)))"
    }

    /// The interval of a proportion as percentages, such as `52.3–85.1`; `NE` for a limit that does not exist.
    public func percentInterval(_ interval: ConfidenceInterval?) -> String {
        self.interval(percent(interval?.lower), percent(interval?.upper))
    }

    /// A quantile of a survival curve with its interval, such as `12.6 (6.0–17.3)` or `NR (12.0–NR)`.
    public func time(_ quantile: SurvivalQuantile) -> String {
        let limits = [quantile.lower, quantile.upper].map { time($0, in: quantile.unit) }
        return "\(time(quantile.value, in: quantile.unit)) (\(interval(limits[0], limits[1])))"
    }

    /// A length of time with its interval, such as `9.2 (7.7–10.8)`; `NE` where there is none.
    public func time(_ estimate: Estimate) -> String {
        if estimate.isWithheld { return PrivacyProtection.mark }
        guard let value = estimate.value else { return numbers.notEstimable }
        let limits = [estimate.interval?.lower, estimate.interval?.upper].map {
            number($0, decimals: numbers.timeDecimals)
        }
        return "\(number(value, decimals: numbers.timeDecimals)) (\(interval(limits[0], limits[1])))"
    }

    /// A time that the study names, such as a landmark, with no more decimals than it has: `6`, `1.5`.
    public func namedTime(_ time: Double) -> String {
        number(time, decimals: min(decimalsNeeded(by: time), 2))
    }

    /// A time on a survival curve, such as `12.6`; `NR` where the curve does not reach it, `NE` where none exists.
    /// Days are whole: `310`.
    public func time(_ t: TimePoint?, in unit: TimeUnit = .months) -> String {
        switch t {
        case .reached(let time): number(time, decimals: unit == .days ? 0 : numbers.timeDecimals)
        case .notReached: numbers.notReached
        case .withheld: PrivacyProtection.mark
        case nil: numbers.notEstimable
        }
    }

    /// A range from one written limit to the other, such as `6.0–17.3`, or `−0.4 to 1.2` beside a minus sign.
    public func interval(_ lower: String, _ upper: String) -> String {
        let besideMinus = lower.hasPrefix(numbers.minusSign) || upper.hasPrefix(numbers.minusSign)
        return lower + (besideMinus ? numbers.rangeSeparatorBesideMinus : numbers.rangeSeparator) + upper
    }

    /// What a confidence interval of this level is called, such as `95% CI`.
    public func confidenceLabel(_ level: Double) -> String {
        guard let percentage = DecimalNumber(level)?.asPercentage.rounded(toDecimals: 3) else {
            return numbers.confidenceInterval
        }
        return "\(text(percentage, decimals: percentage.decimals))% \(numbers.confidenceInterval)"
    }

    /// An interval with its name as a sentence states it, such as `95% CI 0.21–0.88` or `95% CI, 0.21-0.88`.
    public func confidenceStatement(_ level: Double, _ interval: String) -> String {
        "\(confidenceNameInSentence(level)) \(interval)"
    }

    /// The name of an interval before its limits in a sentence: `95% CI` or `95% CI,`.
    public func confidenceNameInSentence(_ level: Double) -> String {
        confidenceLabel(level) + numbers.markAfterIntervalName
    }

    /// A variable's name with its unit, such as `Age (years)`.
    public func label(_ name: String, unit: String?) -> String {
        guard let unit, !unit.isEmpty else { return name }
        return switch numbers.unitForm {
        case .brackets: "\(name) (\(unit))"
        case .comma: "\(name), \(unit)"
        }
    }

    /// A decimal number in this house's characters.
    func text(_ number: DecimalNumber, decimals: Int) -> String {
        let decimals = Self.sensible(decimals)
        let rounded = number.rounded(toDecimals: decimals)
        let (whole, fraction) = rounded.parts(decimals: decimals)
        return (rounded.isNegative ? numbers.minusSign : "") + grouped(whole)
            + (fraction.isEmpty ? "" : numbers.decimalMark + fraction)
    }

    private func percentText(_ number: DecimalNumber, decimals: Int) -> String {
        let rounded = number.rounded(toDecimals: decimals)
        return text(rounded, decimals: numbers.keepsTrailingZeros ? decimals : rounded.decimals)
    }

    private func percentDecimals(total: Int?) -> Int {
        switch (numbers.percentDecimals, total?.magnitude) {
        case (.fixed(let decimals), _): Self.sensible(decimals)
        case (.byDenominator, let total?) where total < 100: 0
        case (.byDenominator, let total?) where total >= 1000: 2
        case (.byDenominator, _): 1
        }
    }

    private func grouped(_ whole: String) -> String {
        let digits = whole.utf8
        guard digits.count >= max(numbers.smallestGroupedLength, 4) else { return whole }
        var result: [UInt8] = []
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result += numbers.groupSeparator.utf8 }
            result.append(digit)
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func sensible(_ decimals: Int) -> Int { min(max(decimals, 0), mostDecimals) }

    private static func powerOfTen(_ exponent: Int) -> UInt128 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}
