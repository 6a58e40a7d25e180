import Results

/// One number of ours with the name that R's vector gives to the same.
typealias NamedNumber = (name: String, value: Double?)

/// Comparing many numbers at once with a named vector in R.
extension RReplication {
    /// Compares those elements of a named vector in R that have a number of ours.
    mutating func compareAll(_ title: String, _ code: String, _ ours: [NamedNumber], tolerance: Double? = nil) {
        var separator = ""
        for case (let name, let value?) in ours where value.isFinite {
            if separator.isEmpty {
                put("compare_all(")
                put(quoted: oneLine(title))
                put(", ")
                put(code)
                put(", c(")
            }
            put(separator)
            separator = ", "
            put(quoted: name)
            put(" = ")
            put(value.description)
        }
        guard !separator.isEmpty else { return }
        put(")")
        endCall(tolerance)
    }

    /// An estimate's number, its limits, its error and what it rests on.
    func numbers(_ name: String, _ estimate: Estimate) -> [NamedNumber] {
        [
            (name, estimate.value), ("lower", estimate.interval?.lower), ("upper", estimate.interval?.upper),
            ("standard error", estimate.standardError), ("patients", Double(estimate.n)),
            ("events", estimate.events.map(Double.init)),
        ]
    }

    /// A test's statistic, degrees of freedom and p-value.
    func numbers(_ name: String, _ test: TestResult?) -> [NamedNumber] {
        [
            (name, test?.statistic), ("\(name), degrees of freedom", test?.degreesOfFreedom.first),
            ("\(name), p", test?.pValue),
        ]
    }

    /// What a test rests on.
    func counts(of test: TestResult?) -> [NamedNumber] {
        [("patients", test.map { Double($0.n) }), ("events", test?.events.map(Double.init))]
    }

    /// The sum of a column of a curve. It stands for the whole column, which would fill pages.
    func sum(_ values: [Double?]) -> Double? {
        let known = values.compactMap(\.self)
        return known.isEmpty ? nil : known.reduce(0, +)
    }

    static let comparingHelpers = #"""
        # Those elements of a named vector that have a number of ours.
        compare_all <- function(title, values, ours, tolerance = 1e-6) {
          values <- tryCatch(values, error = function(e) c(none = NA))
          for (name in names(ours)) compare(paste0(title, ": ", name), values[name], ours[[name]], tolerance)
        }
        chi_squared <- function(name, statistic, df) {
          setNames(c(statistic, df, pchisq(statistic, df, lower.tail = FALSE)), paste0(name, c("", ", degrees of freedom", ", p")))
        }
        # A value with a normal interval.
        with_error <- function(name, value, error) {
          half <- qnorm((1 + level) / 2) * error
          setNames(c(value, value - half, value + half, error), c(name, "lower", "upper", "standard error"))
        }
        # The difference of two estimates, or by their logarithms the ratio, with Wald's test. An estimate is a value, its error, patients and events.
        contrast <- function(first, second, logarithm = FALSE) {
          value <- if (logarithm) log(second[1] / first[1]) else second[1] - first[1]
          error <- sqrt(sum(if (logarithm) c(first[2] / first[1], second[2] / second[1])^2 else c(first[2], second[2])^2))
          z <- unname(value / error)
          x <- with_error("contrast", unname(value), error)
          if (logarithm) x[1:3] <- exp(x[1:3])
          c(x, z = z, p = 2 * pnorm(-abs(z)), patients = unname(first["patients"] + second["patients"]),
            events = unname(first["events"] + second["events"]))
        }
        """#
}
