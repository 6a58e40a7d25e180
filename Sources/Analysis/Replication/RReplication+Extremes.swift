import CohortBuilding

/// Covariates with which R's models lose digits.
extension RReplication {
    /// Whether a variable is so large, so small or so far from 0 for its spread that R's models lose its digits: `glm` does
    /// not centre it, and neither `coxph`'s tests nor `cox.zph` scale it.
    func isBeyondR(_ name: String) -> Bool {
        guard case .continuous(let numbers, _)? = cohort.variables[name] else { return false }
        return range.isExtreme(name, numbers)
    }

    /// Whether R's models can have some covariates; otherwise says of what the script leaves out why.
    mutating func canModel(_ names: [String], _ what: String) -> Bool {
        guard let name = names.first(where: isBeyondR) else { return true }
        leaveOut("\(what): R's models lose the digits of \(name), whose values are of an extreme size")
        return false
    }
}

/// Which numbers are of an extreme size, looked up once each.
final class CovariateRange {
    private var known: [String: Bool] = [:]

    func isExtreme(_ name: String, _ numbers: NumberValues) -> Bool {
        if let known = known[name] { return known }
        var (count, mean, squares) = (0.0, 0.0, 0.0)
        for case let number? in numbers {
            count += 1
            let step = number - mean
            mean += step / count
            squares += step * (number - mean)
        }
        let spread = count > 1 ? (squares / (count - 1)).squareRoot() : 0
        let isExtreme = spread > 0 && (abs(mean) > 1e5 * spread || spread > 1e6 || spread < 1e-6)
        known[name] = isExtreme
        return isExtreme
    }
}
