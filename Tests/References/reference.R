# Reads the cases of a folder, recomputes each of them in R, and writes the file back with every digit.
#
# A topic's script defines one function for each kind of case, takes the arguments of a case and its data, and returns
# the result as a list. `rerun()` does the rest. A new case needs an id, a kind and arguments; its result is filled in.
#
# Numbers are written with as many digits as read back as the same double; jsonlite always stops at 15.

suppressPackageStartupMessages({
  library(jsonlite)
  library(survival)
})

to_json <- function(x) {
  if (is.null(x)) return("null")
  if (inherits(x, "AsIs")) return(paste0("[", paste(vapply(unclass(x), to_json, ""), collapse = ", "), "]"))
  if (is.matrix(x)) return(to_json(lapply(seq_len(nrow(x)), function(i) I(as.vector(x[i, ])))))
  if (is.list(x)) {
    values <- vapply(x, to_json, "")
    if (is.null(names(x))) return(paste0("[", paste(values, collapse = ", "), "]"))
    return(paste0("{", paste0(vapply(names(x), to_json, ""), ": ", values, collapse = ", "), "}"))
  }
  if (length(x) != 1) return(paste0("[", paste(vapply(x, to_json, ""), collapse = ", "), "]"))
  if (is.character(x)) return(as.character(toJSON(x, auto_unbox = TRUE)))
  if (is.logical(x)) return(if (is.na(x)) "null" else if (x) "true" else "false")
  if (is.nan(x)) return("\"NaN\"")
  if (is.na(x)) return("null")
  if (is.infinite(x)) return(if (x > 0) "\"Inf\"" else "\"-Inf\"")
  for (digits in 15:17) {
    text <- sprintf("%.*g", digits, x)
    if (as.numeric(text) == x) return(text)
  }
}

# The rows of a case's data: those that its filter admits and in which no column that it names is missing.
case_data <- function(args, csv) {
  data <- if (is.null(args$data)) csv else {
    as.data.frame(lapply(args$data, function(v) if (is.list(v)) sapply(v, function(e) if (is.null(e)) NA else e) else v))
  }
  for (name in names(args$filter)) data <- data[data[[name]] %in% args$filter[[name]], ]
  used <- unlist(args[intersect(c("time", "event", "start", "group", "strata", "weights", "arm", "y", "variable"), names(args))])
  used <- used[used %in% names(data)]
  if (length(used)) data <- data[complete.cases(data[, used, drop = FALSE]), ]
  data
}

# Recomputes every case of every file of a folder.
rerun <- function(folder, kinds) {
  for (path in sort(list.files(folder, "[.]json$", full.names = TRUE))) {
    file <- read_json(path, simplifyVector = FALSE)
    needed <- setdiff(names(file$versions), "R")
    missing <- needed[!vapply(needed, requireNamespace, TRUE, quietly = TRUE)]
    if (length(missing)) {
      message(path, ": left as it is, for want of ", paste(missing, collapse = ", "))
      next
    }
    csv <- NULL
    head <- list(dataset = file$dataset, csv = NULL)
    if (!is.null(file$csv)) {
      csv_path <- file.path(folder, file$csv)
      csv <- read.csv(csv_path, check.names = FALSE)
      head$csv <- file$csv
      head$sha256 <- sub(" .*", "", system2("sha256sum", shQuote(csv_path), stdout = TRUE))
    } else {
      head["csv"] <- list(NULL)
    }
    head$note <- file$note
    head$versions <- c(
      list(R = paste(R.version$major, R.version$minor, sep = ".")),
      lapply(setNames(needed, needed), function(name) as.character(packageVersion(name))))
    cases <- vapply(file$cases, function(case) {
      args <- lapply(case$args, simplify)
      case$result <- kinds[[case$kind]](args, case_data(args, csv), case)
      to_json(case[c("id", "kind", "call", "args", "result")])
    }, "")
    lines <- vapply(names(head), function(name) paste0(to_json(name), ": ", to_json(head[[name]]), ","), "")
    writeLines(c("{", lines, "\"cases\": [", paste(cases, collapse = ",\n"), "]", "}"), path)
    message(path, ": ", length(cases), " cases")
  }
}

# The values of a column that stand for the groups, in the order of labels such as `sex=Male` where there are any yet.
group_levels <- function(column, labels) {
  if (is.null(labels)) return(levels(factor(column)))
  sub("^[^=]*=", "", unlist(labels))
}

# Lists of plain values become vectors, with NA for null; other lists stay.
simplify <- function(x) {
  if (!is.list(x) || length(x) == 0) return(x)
  if (!is.null(names(x))) return(lapply(x, simplify))
  plain <- vapply(x, function(e) is.null(e) || (is.atomic(e) && length(e) == 1), TRUE)
  if (all(plain)) return(sapply(x, function(e) if (is.null(e)) NA else e))
  lapply(x, simplify)
}

# The folder of the script that is running.
here <- function() {
  file <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
  dirname(normalizePath(file))
}
