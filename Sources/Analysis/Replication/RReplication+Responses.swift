import Results
import StudyFiles

/// Tables of responses in R.
extension RReplication {
    mutating func write(_ table: ResponseTable, of id: String) {
        let grouping = column(of: table.grouping)
        guard table.grouping == nil || grouping != nil, levels(of: table.variable) != nil else {
            return leaveOut("table \(id)")
        }
        add("# Table \(id)")
        add(once: Self.responseHelpers)
        add("s <- populations[[\(rText(table.population))]]")
        let values = "s[[\(rText(table.variable))]]"
        let plan = study.tables.first { $0.name.value == id }
        var strata: [String] = []
        if case .response(let plan)? = plan?.kind { strata = plan.strata.map(\.value) }
        for (index, column) in table.columns.enumerated() {
            let members = inGroup(column.id, grouping)
            compareAll(
                "\(id) \(column.label)", "c(patients = sum(\(members)), missing = sum(is.na(\(values)[\(members)])))",
                [("patients", Double(column.n)), ("missing", Double(table.missing[index]))])
            compare("\(id) \(column.label): known", "sum(!is.na(\(values)[\(members)]))", Double(table.known[index]))
        }
        for row in table.rows {
            let wanted = rTexts(row.members.isEmpty ? [row.id] : row.members)
            add("responds <- ifelse(is.na(\(values)), NA, \(values) %in% \(wanted))")
            write(row, of: table, id, grouping: grouping, strata: strata)
        }
    }

    private func inGroup(_ id: String, _ grouping: String?) -> String {
        guard let grouping, id != "total" else { return "rep(TRUE, nrow(s))" }
        return "s[[\(rText(grouping))]] %in% \(rText(id))"
    }

    private mutating func write(
        _ row: ResponseTable.Row, of table: ResponseTable, _ id: String, grouping: String?, strata: [String]
    ) {
        let title = "\(id) \(row.label)"
        // A column in which nobody's response is known has no proportion.
        let shown = table.columns.indices.filter { table.known[$0] > 0 }
        for (index, column) in table.columns.enumerated() {
            let members = inGroup(column.id, grouping)
            compare(
                "\(title) \(column.label): patients", "sum(responds[\(members)], na.rm = TRUE)",
                Double(row.counts[index]))
            guard shown.count == row.proportions.count, let place = shown.firstIndex(of: index) else { continue }
            compareAll(
                "\(title) \(column.label)", "proportion(responds[\(members)])",
                numbers("proportion", row.proportions[place]))
        }
        guard let grouping else { return }
        let groups = table.columns.filter { $0.id != "total" }.map(\.id)
        let stratum = strata.map { "s[[\(rText(column(of: $0) ?? $0))]]" }.joined(separator: ", ")
        func by(_ groups: [String]) -> String {
            "factor(s[[\(rText(grouping))]], levels = \(rTexts(groups)))"
        }
        if let test = row.test { write(test, title, groups: by(groups), stratum: stratum) }
        for (name, contrasts) in [("difference", row.differences), (table.ratio?.rawValue ?? "", row.ratios)] {
            for pair in contrasts {
                guard pair.contrast.estimate.value != nil else { continue }
                let title = "\(title): \(name), \(pair.group) and \(pair.reference)"
                let isCommon = name == "odds" && !strata.isEmpty || name == "risk" && !strata.isEmpty
                let code =
                    isCommon
                    ? "common_odds(responds, \(by([pair.group, pair.reference])), interaction(\(stratum)))"
                    : "\(name)_of(responds[\(inGroup(pair.group, grouping))], responds[\(inGroup(pair.reference, grouping))])"
                compareAll(title, code, numbers("contrast", pair.contrast.estimate))
                write(pair.contrast.test, title, groups: by([pair.group, pair.reference]), stratum: stratum)
            }
        }
    }

    private mutating func write(_ test: TestResult, _ title: String, groups: String, stratum: String) {
        if stratum.isEmpty { return writeTest(test, title, values: "responds", groups: groups) }
        guard test.statistic != nil else { return }
        compareAll(
            "\(title): \(test.method.rawValue)", "stratified_test(responds, \(groups), interaction(\(stratum)))",
            [
                ("p", test.pValue), ("statistic", test.statistic), ("degrees of freedom", test.degreesOfFreedom.first),
                ("patients", Double(test.n)),
            ])
    }

    private static let responseHelpers = #"""
        # The exact interval of a proportion.
        proportion <- function(x) {
          x <- x[!is.na(x)]
          limits <- binom.test(sum(x), length(x), conf.level = level)$conf.int
          c(proportion = mean(x), lower = limits[1], upper = limits[2], "standard error" = sqrt(mean(x) * (1 - mean(x)) / length(x)),
            patients = length(x), events = sum(x))
        }
        wilson <- function(x) suppressWarnings(prop.test(sum(x), length(x), correct = FALSE, conf.level = level))$conf.int
        # Newcombe's interval of a difference, from Wilson's of the two proportions.
        difference_of <- function(x, y) {
          x <- x[!is.na(x)]; y <- y[!is.na(y)]
          p <- mean(x); q <- mean(y); one <- wilson(x); two <- wilson(y)
          c(contrast = p - q, lower = p - q - sqrt((p - one[1])^2 + (two[2] - q)^2), upper = p - q + sqrt((one[2] - p)^2 + (q - two[1])^2),
            "standard error" = sqrt(p * (1 - p) / length(x) + q * (1 - q) / length(y)), patients = length(x) + length(y),
            events = sum(x) + sum(y))
        }
        ratio_of <- function(x, y, value, variance) {
          half <- qnorm((1 + level) / 2) * sqrt(variance)
          c(contrast = value, lower = value * exp(-half), upper = value * exp(half), "standard error" = sqrt(variance),
            patients = length(x) + length(y), events = sum(x) + sum(y))
        }
        odds_of <- function(x, y) {
          x <- x[!is.na(x)]; y <- y[!is.na(y)]
          ratio_of(x, y, sum(x) * sum(!y) / (sum(!x) * sum(y)), 1 / sum(x) + 1 / sum(!x) + 1 / sum(y) + 1 / sum(!y))
        }
        risk_of <- function(x, y) {
          x <- x[!is.na(x)]; y <- y[!is.na(y)]
          ratio_of(x, y, mean(x) / mean(y), 1 / sum(x) - 1 / length(x) + 1 / sum(y) - 1 / length(y))
        }
        # Strata with one patient or fewer tell nothing.
        strata_of <- function(responds, groups, stratum) {
          counts <- table(droplevels(factor(groups, levels(groups))), factor(responds, c(TRUE, FALSE)), stratum)
          counts[, , apply(counts, 3, sum) > 1, drop = FALSE]
        }
        stratified_test <- function(responds, groups, stratum) {
          counts <- strata_of(responds, groups, stratum)
          # Of one stratum R makes no test; it is Pearson's with n - 1 for n.
          if (dim(counts)[3] == 1) {
            test <- suppressWarnings(chisq.test(counts[, , 1], correct = FALSE))
            statistic <- unname(test$statistic) * (1 - 1 / sum(counts))
            return(c(chi_squared("statistic", statistic, unname(test$parameter)), p = pchisq(statistic, test$parameter, lower.tail = FALSE),
                     "degrees of freedom" = unname(test$parameter), patients = sum(counts)))
          }
          test <- mantelhaen.test(counts, correct = FALSE)
          c(p = test$p.value, statistic = unname(test$statistic), "degrees of freedom" = unname(test$parameter), patients = sum(counts))
        }
        common_odds <- function(responds, groups, stratum) {
          counts <- strata_of(responds, groups, stratum)
          n <- apply(counts, 3, sum)
          ad <- counts[1, 1, ] * counts[2, 2, ] / n; bc <- counts[1, 2, ] * counts[2, 1, ] / n
          p <- (counts[1, 1, ] + counts[2, 2, ]) / n
          r <- sum(ad); q <- sum(bc)
          error <- sqrt(sum(p * ad) / (2 * r^2) + sum(p * bc + (1 - p) * ad) / (2 * r * q) + sum((1 - p) * bc) / (2 * q^2))
          half <- qnorm((1 + level) / 2) * error
          c(contrast = r / q, lower = r / q * exp(-half), upper = r / q * exp(half), "standard error" = error,
            patients = sum(counts), events = sum(counts[, 1, ]))
        }
        """#
}
