public import Results

extension HouseStyle {
    /// A p-value alone, as in a table's column: `0.0081`, `<0.001`; `–` where there is none.
    public func pValue(_ p: Double?, kind: PValueKind = .other) -> String {
        guard let printed = style(for: kind).printed(p) else { return numbers.emptyCell }
        let sign = printed.relation == .equal ? "" : printed.relation.rawValue
        return sign + text(printed, in: style(for: kind))
    }

    /// A p-value as a statement, as in a sentence or a figure: `p = 0.0081`, `p < 0.001`; `p = NE` where there is none.
    public func pStatement(_ p: Double?, kind: PValueKind = .other) -> String {
        let printed = style(for: kind).printed(p)
        let relation = (printed?.relation ?? .equal).rawValue
        let value = printed.map { text($0, in: style(for: kind)) } ?? numbers.notEstimable
        return spacesAroundRelation ? "\(pLetter) \(relation) \(value)" : pLetter + relation + value
    }

    /// The level below which a p-value is called significant, as p-values are written: `0.05`, `.05`, `0·05`.
    public var significanceLevel: String {
        DecimalNumber(0.05).map { text(PrintedPValue(relation: .less, number: $0, decimals: $0.decimals), in: pValues) }
            ?? ""
    }

    /// That a p-value is below that level: `p < 0.05`, `P<.05`.
    public var significanceStatement: String {
        spacesAroundRelation ? "\(pLetter) < \(significanceLevel)" : "\(pLetter)<\(significanceLevel)"
    }

    /// A test's p-value as a statement; a withheld one is its mark.
    public func pStatement(of test: TestResult) -> String {
        guard test.isWithheld else { return pStatement(test.pValue, kind: PValueKind(test.method)) }
        return spacesAroundRelation ? "\(pLetter) = \(PrivacyProtection.mark)" : "\(pLetter)=\(PrivacyProtection.mark)"
    }

    private func style(for kind: PValueKind) -> PValueStyle {
        switch kind {
        case .logRank: logRankPValues
        case .other: pValues
        }
    }

    private func text(_ printed: PrintedPValue, in style: PValueStyle) -> String {
        let decimals = numbers.keepsTrailingZeros ? printed.decimals : printed.number.decimals
        let text = text(printed.number, decimals: decimals)
        return style.hasLeadingZero ? text : String(text.drop { $0 == "0" })
    }
}
