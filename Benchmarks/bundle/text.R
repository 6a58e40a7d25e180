# The text of the results (knitr), the comparison with the published values, the report.
published <- read.csv(file.path(study, "published.csv"), stringsAsFactors = FALSE, encoding = "UTF-8")
remarks <- published$published[published$kind == "remark"]
published <- published[published$kind != "remark", ]

# The published text with each of its numbers replaced by what was found, to the decimals that were printed.
here_text <- function(text, names) {
    values <- sapply(gsub("\"", "", strsplit(names, "; ")[[1]]), function(name) number(name))
    if (anyNA(values)) return("not estimable")
    printed <- regmatches(text, gregexpr("[0-9]+(\\.[0-9]+)?", text))[[1]]
    decimals <- nchar(sub("^[0-9]+\\.?", "", printed))
    found <- sprintf("%.*f", decimals[seq_along(values)], values)
    if (startsWith(text, "<")) return(if (values[1] < as.numeric(printed[1])) text else found[1])
    regmatches(text, gregexpr("[0-9]+(\\.[0-9]+)?", text)) <- list(c(found, printed[-seq_along(values)]))
    text
}
published$here <- mapply(here_text, published$published, published$results)
distance <- function(a, b) {
    a <- as.numeric(regmatches(a, gregexpr("[0-9]+(\\.[0-9]+)?", a))[[1]])
    b <- as.numeric(regmatches(b, gregexpr("[0-9]+(\\.[0-9]+)?", b))[[1]])
    if (length(a) != length(b)) Inf else max(abs(a - b) / pmax(abs(b), 1e-9))
}
apart <- mapply(distance, published$here, published$published)
published$agreement <- ifelse(apart == 0, "exact", ifelse(apart <= 0.1, "close", "off"))
reproduction <- kable(published[c("part", "item", "published", "here", "agreement", "note")], format = "markdown", row.names = FALSE)
writeLines(c("# Reproduction of the published values", "", reproduction, "", paste("-", remarks)), file.path(output, "reproduction.md"))

knit(file.path(here, "results.Rmd"), file.path(output, "manuscript.md"), quiet = TRUE)
html <- commonmark::markdown_html(readLines(file.path(output, "manuscript.md")), extensions = TRUE)
for (id in names(figures)) {
    drawing <- paste(readLines(file.path(output, "figures", paste0(id, ".svg")), warn = FALSE)[-1], collapse = "\n")
    html <- sub(sprintf("<img [^>]*figures/%s\\.svg[^>]*>", id), gsub("\\", "\\\\", drawing, fixed = TRUE), html)
}
writeLines(
    c("<!doctype html><meta charset=\"utf-8\"><title>Report</title>", html,
      commonmark::markdown_html(c("## Reproduction", "", reproduction), extensions = TRUE)),
    file.path(output, "report.html"))
