extension Endpoint.GroupTest {
    /// Reads a test as a study file names it: a word, or `fleming-harrington(ρ,γ)` with two numbers not below 0.
    init?(_ text: String) {
        switch text {
        case "gehan-breslow": self = .gehanBreslow
        case "tarone-ware": self = .taroneWare
        case "peto-peto": self = .flemingHarrington(rho: 1, gamma: 0)
        case "trend": self = .trend
        default:
            let name = "fleming-harrington("
            guard text.hasPrefix(name), text.hasSuffix(")") else { return nil }
            let exponents = text.dropFirst(name.count).dropLast().split(
                separator: ",", omittingEmptySubsequences: false
            ).map(Self.exponent)
            guard exponents.count == 2, let rho = exponents[0], let gamma = exponents[1] else { return nil }
            self = .flemingHarrington(rho: rho, gamma: gamma)
        }
    }

    private static func exponent(_ text: Substring) -> Double? {
        let digits = text.drop { $0 == " " }.prefix { $0 != " " }
        let rest = text.drop { $0 == " " }.dropFirst(digits.count)
        guard rest.allSatisfy({ $0 == " " }), digits.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }) else {
            return nil
        }
        return Double(digits).flatMap { $0.isFinite ? $0 : nil }
    }
}
