# Shared by the scripts that rerun reference cases: reads a topic's JSON files, recomputes each case, reports the largest miss.
suppressMessages(library(jsonlite))
root <- "Tests/References"
value <- function(v) { if (is.null(v)) NA_real_ else if (is.character(v)) suppressWarnings(as.numeric(v)) else as.numeric(v) }
flat <- function(v) if (is.list(v)) unlist(lapply(v, flat)) else if (length(v) > 1) as.numeric(v) else value(v)
miss <- function(stored, computed) {
  s <- flat(stored); k <- as.numeric(unlist(computed)); if (length(s) != length(k)) return(Inf)
  use <- is.finite(s) & is.finite(k); if (!any(use)) return(0)
  max(abs(s[use] - k[use])) / max(abs(s[use]), 1e-8)
}
table.of <- function(case, csv) {
  if (!is.null(case$args$data)) return(as.data.frame(lapply(case$args$data, function(x) unlist(lapply(x, function(v) if (is.null(v)) NA else v))), stringsAsFactors = FALSE))
  d <- read.csv(file.path(root, "Data", csv), na.strings = c("", "NA"), stringsAsFactors = FALSE)
  for (n in names(case$args$filter)) d <- d[!is.na(d[[n]]) & d[[n]] %in% unlist(case$args$filter[[n]]), ]
  for (n in names(case$args$factors)) if (n %in% names(d)) d[[n]] <- factor(d[[n]], levels = as.character(unlist(case$args$factors[[n]])))
  d
}
rerun <- function(topic, kinds) {
  worst <- list()
  for (file in list.files(file.path(root, topic), "\\.json$", full.names = TRUE)) {
    j <- fromJSON(file, simplifyVector = FALSE)
    for (case in j$cases) if (case$kind %in% names(kinds)) {
      computed <- tryCatch(suppressWarnings(kinds[[case$kind]](case, table.of(case, j$csv))), error = function(e) { cat(case$id, conditionMessage(e), "\n"); NULL })
      for (n in names(computed)) if (!is.null(case$result[[n]])) {
        m <- miss(case$result[[n]], computed[[n]]); key <- paste(case$kind, n)
        if (is.null(worst[[key]]) || m > worst[[key]]$miss) worst[[key]] <- list(miss = m, id = case$id)
      }
    }
  }
  for (k in sort(names(worst))) cat(sprintf("%-36s %.2g  %s\n", k, worst[[k]]$miss, worst[[k]]$id))
}
