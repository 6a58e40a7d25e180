/// A result under its name, with all that is printed of it: its value with the interval, its p-value, the test.
struct NamedResult {
    /// What a value is, which decides how two of them are compared.
    enum Scale {
        /// A ratio: without effect at 1, compared by its logarithm.
        case ratio
        /// A difference: without effect at 0.
        case difference
        /// A number of patients or events.
        case count
        /// Any other number.
        case level
        /// Words.
        case words
    }

    /// A value that may be missing for a reason.
    enum Value: Equatable {
        case number(Double)
        case absent(reason: String)
    }

    /// The name, as a template writes it.
    var name: String
    /// The name in the study's own words, from the outermost on: `Table 5`, `PFS`, `Age group`, `univariable`.
    var labels: [String]
    /// Everything that the outermost place is called, by which text that prints the result may name it.
    var subjects: [String] = []
    /// Whether it is one of several tests of a whole model, which are results beside the one that is printed.
    var isAuxiliary: Bool
    var scale: Scale
    /// The value with its interval as printed, such as `0.43 (95% CI 0.21–0.88)`; nil where only a test has this name.
    var printed: String?
    var value: Value?
    /// The unrounded limits of the interval.
    var lower: Double?
    var upper: Double?
    /// The standard error where no interval tells it.
    var standardError: Double?
    /// The p-value, with its statement `p = 0.02`.
    var p: Value?
    var pStatement: String?
    var pPrinted: String?
    /// The name of the test.
    var test: String?
    /// Every place of `results.json` that the name covers.
    var sources: Set<String>

    /// The value as printed, without its interval.
    var printedValue: Substring? {
        printed.map { printed in
            printed[..<(printed.firstIndex { " ([（,，".contains($0) } ?? printed.endIndex)]
        }
    }

    /// Value and p-value as one text.
    var text: String {
        let statement = pStatement.flatMap { p == nil ? nil : $0 }
        switch (printed, statement) {
        case (let printed?, let statement?) where p.map(\.exists) ?? false: return "\(printed), \(statement)"
        case (let printed?, _): return printed
        case (nil, let statement?): return statement
        case (nil, nil): return ""
        }
    }

    /// The place of the value, by which two names of one result are recognised.
    var identity: String
}

extension NamedResult.Value {
    var exists: Bool { if case .number = self { true } else { false } }
    var number: Double? { if case .number(let x) = self { x } else { nil } }
    /// The reason why there is no number.
    var reason: String? { if case .absent(let reason) = self { reason } else { nil } }
}
