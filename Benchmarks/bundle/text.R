# The text of the manuscript (knitr) as Markdown, the comparison with the published values, the report as HTML.
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

# Knitted once; each format then takes its own tables and figures for the lines that stand for them.
text <- strsplit(knit(text = readLines(file.path(here, "results.Rmd")), quiet = TRUE), "\n")[[1]]
place <- "^<!-- (table|figure) ([a-z-]+) -->$"
places <- grep(place, text)
place_kind <- sub(place, "\\1", text[places])
place_id <- sub(place, "\\2", text[places])
figure_caption <- function(figure) sprintf("**%s.** %s", figure$label, figure$caption)
markdown <- as.list(text)
markdown[places] <- Map(function(kind, id) {
    if (kind == "table") return(tables[[id]]$markdown)
    figure <- figures[[id]]
    c(sprintf("![%s](figures/%s.svg)", figure$alternative, id), "", figure_caption(figure))
}, place_kind, place_id)
markdown <- unlist(markdown)
writeLines(markdown, file.path(output, "manuscript.md"))

html <- commonmark::markdown_html(markdown, extensions = TRUE)
for (figure in figures) {
    drawing <- readLines(file.path(output, "figures", paste0(figure$id, ".svg")), warn = FALSE)[-1]
    # The letters of a drawing have names, which must differ between drawings in one page.
    drawing <- gsub("(id=\"|href=\"#|url\\(#)", paste0("\\1", figure$id, "-"), paste(drawing, collapse = "\n"))
    image <- regmatches(html, regexpr(sprintf("<img [^>]*figures/%s\\.svg[^>]*>", figure$id), html))
    words <- sub(".* alt=(\"[^\"]*\").*", "\\1", image)
    html <- sub(image, sub("<svg ", sprintf("<svg role=\"img\" aria-label=%s ", words), drawing), html, fixed = TRUE)
}
style <- c(
    "<style>body { max-width: 50em; margin: 2em auto; padding: 0 1em; font-family: sans-serif; line-height: 1.5 }",
    "table { border-collapse: collapse; font-size: 0.85em } th, td { padding: 0.2em 0.6em; text-align: left }",
    "thead { border-bottom: 1px solid } svg { max-width: 100%; height: auto }</style>")
writeLines(
    c("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Report</title>", style, "</head><body>", html,
      commonmark::markdown_html(c("## Comparison with the published values", "", reproduction), extensions = TRUE), "</body></html>"),
    file.path(output, "report.html"))

# Each number of the bundle, exact and as printed.
all_numbers <- unlist(mget(sort(ls(numbers)), envir = numbers))
rows <- data.frame(
    analysis = sub("\\..*", "", names(all_numbers)), name = names(all_numbers), value = unname(all_numbers),
    text = trimws(formatC(all_numbers, digits = 4, format = "fg")), row.names = NULL)
