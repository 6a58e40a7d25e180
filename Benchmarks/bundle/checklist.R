# The reporting checklist, with the labels of tables and figures and the dates filled in, as Markdown and HTML.
checklist <- read.csv(file.path(here, "checklist.csv"), encoding = "UTF-8", colClasses = "character")
filled <- grepl("{{", checklist$where, fixed = TRUE)
checklist$where[filled] <- vapply(checklist$where[filled], function(text) as.character(knit_expand(text = text)), "")
names(checklist) <- c("Guideline", "Item", "What is asked", "State", "Where, or what is left to do")
checklist_text <- c(
    "# Reporting checklist", "", synthetic, "",
    unlist(lapply(unique(checklist$Guideline), function(guideline) c(
        paste("##", guideline), "",
        kable(checklist[checklist$Guideline == guideline, -1], format = "markdown", row.names = FALSE), ""))))
writeLines(checklist_text, file.path(output, "checklist.md"))
writeLines(
    c("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Reporting checklist</title>", style, "</head><body>",
      commonmark::markdown_html(checklist_text, extensions = TRUE), "</body></html>"),
    file.path(output, "checklist.html"))
