import Results

/// Variables measured twice, in R.
extension RReplication {
    mutating func write(_ table: PairedTable, of id: String) {
        let grouping = column(of: table.grouping)
        guard table.grouping == nil || grouping != nil else { return }
        add("# Table \(id)")
        add(once: Self.pairedHelper)
        add("s <- populations[[\(rText(table.population))]]")
        for row in table.rows {
            guard levels(of: row.before) != nil, levels(of: row.after) != nil else { continue }
            for (column, cell) in zip(table.columns, row.cells) {
                let isTotal = grouping == nil || column.id == "total"
                let rows = isTotal ? "s" : "s[s[[\(rText(grouping ?? ""))]] %in% \(rText(column.id)), ]"
                add("x <- paired_table(\(rows), \(rText(row.before)), \(rText(row.after)), \(rMembers(row)))")
                let title = "\(id) \(row.label)\(isTotal ? "" : " \(column.label)")"
                compare("\(title): known", "sum(x)", Double(cell.known))
                compare("\(title): missing", "nrow(\(rows)) - sum(x)", Double(cell.missing))
                for (first, counts) in cell.counts.enumerated() {
                    for (second, count) in counts.enumerated() {
                        compare(
                            "\(title): \(row.levels[first].label), then \(row.levels[second].label)",
                            "x[\(first + 1), \(second + 1)]", Double(count))
                    }
                }
                for change in cell.changes where cell.known > 0 {
                    guard let place = row.levels.firstIndex(where: { $0.id == change.level }) else { continue }
                    let level = "\(title) \(row.levels[place].label)"
                    compareAll(
                        level, "paired_numbers(x, \(place + 1))",
                        [
                            ("before", Double(change.before)), ("after", Double(change.after)),
                            ("only before", Double(change.onlyBefore)), ("only after", Double(change.onlyAfter)),
                        ] + numbers("difference", change.difference))
                }
                if let code = rMcNemar(cell.test.method) {
                    add("test <- \(code)")
                    compare("\(title): p, \(cell.test.method.rawValue)", "test$p.value", cell.test.pValue)
                    compareAll(
                        "\(title): \(cell.test.method.rawValue)",
                        "c(statistic = unname(test$statistic), \"degrees of freedom\" = unname(test$parameter)[1], patients = sum(x))",
                        [
                            ("statistic", cell.test.statistic),
                            ("degrees of freedom", cell.test.degreesOfFreedom.first), ("patients", Double(cell.test.n)),
                        ])
                }
            }
        }
        for column in table.columns {
            let isTotal = grouping == nil || column.id == "total"
            compare(
                "\(id) \(column.label): patients",
                isTotal ? "nrow(s)" : "sum(s[[\(rText(grouping ?? ""))]] %in% \(rText(column.id)))", Double(column.n))
        }
    }

    /// The row's levels with the values that each stands for: `list(c("no"), c("yes"))`.
    private func rMembers(_ row: PairedTable.Row) -> String {
        "list(\(row.levels.map { rTexts($0.members) }.joined(separator: ", ")))"
    }

    private func rMcNemar(_ method: TestResult.Method) -> String? {
        switch method {
        case .mcNemar: "mcnemar.test(x, correct = FALSE)"
        case .mcNemarBowker: "bowker(x)"
        case .mcNemarCorrected: "mcnemar.test(x)"
        case .mcNemarExact: "exact_mcnemar(x)"
        default: nil
        }
    }

    private static let pairedHelper = #"""
        # mcnemar.test has no answer where two levels never go with each other; they tell nothing.
        bowker <- function(x) {
          one <- x[lower.tri(x)]; other <- t(x)[lower.tri(x)]
          statistic <- sum(((one - other)^2 / (one + other))[one + other > 0])
          df <- length(one)
          list(statistic = statistic, parameter = df, p.value = pchisq(statistic, df, lower.tail = FALSE))
        }
        # binom.test has no answer without discordant pairs; they are as likely as they can be.
        exact_mcnemar <- function(x) if (x[1, 2] + x[2, 1] == 0) list(p.value = 1) else binom.test(x[1, 2], x[1, 2] + x[2, 1])
        # One level's share before and after, with Newcombe's interval (method 10) of the difference.
        paired_numbers <- function(x, place) {
          n <- sum(x); both <- x[place, place]
          before <- sum(x[place, ]); after <- sum(x[, place])
          wilson <- function(k) suppressWarnings(prop.test(k, n, correct = FALSE, conf.level = level))$conf.int
          b <- before - both; c <- after - both; d <- n - before - after + both
          margins <- before * (n - before) * after * (n - after)
          product <- both * d - b * c
          phi <- if (margins == 0) 0 else (if (product > 0) max(product - n / 2, 0) else product) / sqrt(margins)
          one <- wilson(before); two <- wilson(after); p <- before / n; q <- after / n
          far <- function(u, v) sqrt(max(0, u^2 - 2 * phi * u * v + v^2))
          c(before = before, after = after, "only before" = b, "only after" = c, difference = q - p,
            lower = max(-1, q - p - far(q - two[1], one[2] - p)), upper = min(1, q - p + far(two[2] - q, p - one[1])),
            "standard error" = sqrt(max(0, b + c - (c - b)^2 / n)) / n, patients = n, events = b + c)
        }
        """#
}
