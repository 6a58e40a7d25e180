import StudyFiles

/// The R code that brings the cells of a file into the program's own form of dates and numbers.
func inPlainForm(_ forms: CellForms) -> [String] {
    var lines: [String] = []
    if let order = forms.dates {
        let (groups, parts) =
            switch order {
            case .dayMonthYear: ("([0-9]{1,2})([./-])([0-9]{1,2})\\\\2([0-9]{4})", "\\\\4-\\\\3-\\\\1")
            case .monthDayYear: ("([0-9]{1,2})([./-])([0-9]{1,2})\\\\2([0-9]{4})", "\\\\4-\\\\1-\\\\3")
            case .yearMonthDay: ("([0-9]{4})[./年-]([0-9]{1,2})[./月-]([0-9]{1,2})日?", "\\\\1-\\\\2-\\\\3")
            }
        lines.append("d[] <- lapply(d, function(x) sub(\"^\(groups)([ T][0-9:.]+)?$\", \"\(parts)\", x))")
    }
    if forms.decimal == .comma {
        lines += [
            "d[] <- lapply(d, function(x) {",
            "  grouped <- grepl(\"^[+-]?[0-9]{1,3}([.][0-9]{3})+(,[0-9]*)?$\", x)",
            "  x[grouped] <- gsub(\".\", \"\", x[grouped], fixed = TRUE)",
            "  ifelse(grepl(\"^[+-]?[0-9]*,[0-9]*$\", x), sub(\",\", \".\", x, fixed = TRUE), x)",
            "})",
        ]
    }
    return lines
}
