import CohortBuilding
import Results

/// Tables of characteristics in R, by arm before and after matching too.
extension RReplication {
    /// Compares the table of the patients in `s`.
    mutating func writeNumbers(_ table: BaselineTable, of id: String, grouping: String?) {
        add(once: Self.baselineHelpers)
        let isWeighted = table.columns.contains { $0.weight != nil }
        add("w <- \(isWeighted ? "s[[\"weight \"]]" : "rep(1, nrow(s))")")
        for (index, column) in table.columns.enumerated() {
            add("column <- \(inColumn(column, grouping))")
            compareAll(
                "\(id) \(column.label)", "c(patients = sum(column), weight = sum(w[column]))",
                [("patients", Double(column.n)), ("weight", column.weight)])
            for row in table.rows where hasValues(row.variable) {
                writeCell(row, index, isWeighted: isWeighted, "\(id) \(row.label) \(column.label)")
            }
        }
        guard let grouping else { return }
        let groups = table.columns.filter { $0.id != "total" }.map(\.id)
        for row in table.rows where hasValues(row.variable) {
            writeTest(row, groups: groups, grouping: grouping, isWeighted: isWeighted, id)
        }
    }

    private func hasValues(_ variable: String) -> Bool {
        levels(of: variable) != nil || isNumber(variable) || isMultiple(variable)
    }

    private func isMultiple(_ variable: String) -> Bool {
        if case .multiResponse? = cohort.variables[variable] { true } else { false }
    }

    /// Which patients of `s` a column counts.
    private func inColumn(_ column: BaselineTable.Column, _ grouping: String?) -> String {
        guard let grouping, column.id != "total" else { return "rep(TRUE, nrow(s))" }
        return "s[[\(rText(grouping))]] %in% \(rText(column.id))"
    }

    private mutating func writeCell(_ row: BaselineVariable, _ index: Int, isWeighted: Bool, _ title: String) {
        let values = "s[[\(rText(row.variable))]]"
        compareAll(
            title, "known_numbers(\(values)[column], w[column])",
            [
                ("known", Double(row.known[index])), ("missing", Double(row.missing[index])),
                ("known weight", row.knownWeights?[index]),
            ])
        if row.responses.indices.contains(index) {
            compare(
                "\(title): answers", "sum(answers(\(values)[column], \(rTexts(row.levels.map(\.id)))))",
                Double(row.responses[index]))
        }
        for level in row.levels {
            let has =
                isMultiple(row.variable)
                ? "includes(\(values), \(rText(level.id))) %in% TRUE" : "\(values) %in% \(rText(level.id))"
            compareAll(
                "\(title): \(level.label)", "c(patients = sum(column & \(has)), weight = sum(w[column & \(has)]))",
                [("patients", Double(level.counts[index])), ("weight", level.weights?[index])])
        }
        guard row.descriptions.indices.contains(index) else { return }
        let description = row.descriptions[index]
        let weights = isWeighted ? ", w[column]" : ""
        compareAll(
            title, "description(\(values)[column]\(weights))",
            [
                ("values", Double(description.n)), ("mean", description.mean),
                ("standard deviation", description.standardDeviation), ("minimum", description.minimum),
                ("lower quartile", description.lowerQuartile), ("median", description.median),
                ("upper quartile", description.upperQuartile), ("maximum", description.maximum),
            ])
    }

    /// Compares a row's test and standardised difference.
    private mutating func writeTest(
        _ row: BaselineVariable, groups: [String], grouping: String, isWeighted: Bool, _ id: String
    ) {
        let values = "s[[\(rText(row.variable))]]"
        let by = "factor(s[[\(rText(grouping))]], levels = \(rTexts(groups)))"
        if let test = row.test, test.pValue != nil, canModel([row.variable], "\(id) \(row.label), the test") {
            writeTest(test, "\(id) \(row.label)", values: values, groups: by)
        }
        guard let difference = row.difference, groups.count == 2 else { return }
        compare(
            "\(id) \(row.label): standardised difference",
            "standardised_difference(\(values), \(by), \(isWeighted ? "w" : "NULL"))", difference)
    }

    /// Compares a test of a variable between groups with R's.
    mutating func writeTest(_ test: TestResult, _ title: String, values: String, groups: String) {
        guard let p = test.pValue else { return }
        guard let code = rTest(test.method, values, groups) else { return leaveOut("\(title): \(test.equalsInR)") }
        add(once: Self.testHelpers)
        add("test <- test_numbers(\(code), \(values), \(groups))")
        compare("\(title): p, \(test.method.rawValue)", "test[\"p\"]", p)
        compareAll(
            "\(title): \(test.method.rawValue)", "test",
            [
                ("statistic", test.statistic), ("degrees of freedom", test.degreesOfFreedom.first),
                ("further degrees of freedom", test.degreesOfFreedom.dropFirst().first), ("patients", Double(test.n)),
            ])
    }

    private static let testHelpers = #"""
        # What R's tests hold: the statistic is NA where there is none.
        test_numbers <- function(test, values, groups) {
          if (is.numeric(test)) test <- list(p.value = test)
          one <- function(x, place) if (length(x) >= place) unname(x)[place] else NA
          c(p = test$p.value, statistic = one(test$statistic, 1), "degrees of freedom" = one(test$parameter, 1),
            "further degrees of freedom" = one(test$parameter, 2), patients = sum(!is.na(values) & !is.na(groups)))
        }
        analysis_of_variance <- function(x, g) {
          table <- summary(aov(x ~ g))[[1]]
          list(statistic = table[["F value"]][1], parameter = table[["Df"]], p.value = table[["Pr(>F)"]][1])
        }
        """#

    static let baselineHelpers = #"""
        known_numbers <- function(x, w) c(known = sum(!is.na(x)), missing = sum(is.na(x)), "known weight" = sum(w[!is.na(x)]))
        answers <- function(x, levels) vapply(strsplit(x, separator, fixed = TRUE), function(y) sum(levels %in% trimws(y)), 0)
        # With weights the quartiles are the values at which their sum reaches its share.
        description <- function(x, w = NULL) {
          keep <- !is.na(x)
          x <- x[keep]
          if (is.null(w)) {
            q <- quantile(x, c(0.25, 0.5, 0.75), type = quantile_type, names = FALSE)
            m <- c(mean(x), sd(x))
          } else {
            w <- w[keep]; w <- w[order(x)]; x <- sort(x)
            q <- sapply(c(0.25, 0.5, 0.75), function(p) {
              reached <- cumsum(w); goal <- p * sum(w)
              at <- which(reached >= goal * (1 - 1e-12))[1]
              if (abs(reached[at] - goal) <= 1e-12 * sum(w) && at < length(x)) mean(x[at + 0:1]) else x[at]
            })
            m <- c(weighted.mean(x, w), sqrt(variance_of(x, w)))
          }
          c(values = length(x), mean = m[1], "standard deviation" = m[2], minimum = min(x), "lower quartile" = q[1],
            median = q[2], "upper quartile" = q[3], maximum = max(x))
        }
        variance_of <- function(x, w) {
          if (is.null(w)) return(var(x))
          sum(w) / (sum(w)^2 - sum(w^2)) * sum(w * (x - weighted.mean(x, w))^2)
        }
        # Over the root of the mean variance; of more than two levels their joint distance.
        standardised_difference <- function(x, group, w = NULL) {
          keep <- !is.na(x) & !is.na(group)
          x <- x[keep]; group <- group[keep]; w <- w[keep]
          side <- function(i) list(x = x[as.integer(group) == i], w = if (!is.null(w)) w[as.integer(group) == i])
          first <- side(1); second <- side(2)
          if (is.numeric(x)) {
            mean_of <- function(s) if (is.null(s$w)) mean(s$x) else weighted.mean(s$x, s$w)
            return((mean_of(second) - mean_of(first)) / sqrt((variance_of(first$x, first$w) + variance_of(second$x, second$w)) / 2))
          }
          share <- function(s) {
            count <- if (is.null(s$w)) table(s$x) else sapply(levels(x), function(v) sum(s$w[s$x == v]))
            as.numeric(count / sum(count))[-1]
          }
          p <- share(first); q <- share(second)
          if (length(p) == 1) return((q - p) / sqrt((p * (1 - p) + q * (1 - q)) / 2))
          v <- -(outer(p, p) + outer(q, q)) / 2
          diag(v) <- (p * (1 - p) + q * (1 - q)) / 2
          present <- p + q > 0
          d <- (q - p)[present]
          # The inverse of Moore and Penrose: a level that one group has whole does not vary.
          parts <- eigen(v[present, present, drop = FALSE], symmetric = TRUE)
          vary <- parts$values > 1e-10 * max(parts$values)
          sqrt(sum(drop(d %*% parts$vectors[, vary, drop = FALSE])^2 / parts$values[vary]))
        }
        """#
}
