# The tables and the text as LaTeX; tables by knitr with booktabs and longtable.
signs <- c(
    "\\" = "\\textbackslash{}", "%" = "\\%", "&" = "\\&", "#" = "\\#", "_" = "\\_", "$" = "\\$", "<" = "\\textless{}",
    ">" = "\\textgreater{}", "≥" = "$\\geq$", "α" = "$\\alpha$", "β" = "$\\beta$", "χ" = "$\\chi$",
    "²" = "\\textsuperscript{2}",
    "ᵃ" = "\\textsuperscript{a}", "\u2002" = "\\quad ")
latex <- function(x) {
    for (sign in names(signs)) x <- gsub(sign, signs[[sign]], x, fixed = TRUE)
    x
}
latex_table <- function(table) {
    body <- latex(table$body)
    body[table$bold, 1] <- sprintf("\\textbf{%s}", body[table$bold, 1])
    wide <- ncol(body) > 7
    width <- if (wide) "24.5cm" else "16cm"
    first <- if (wide) 0.22 else 0.34
    rest <- (1 - first) / (ncol(body) - 1)
    columns <- sprintf(
        ">{\\raggedright\\arraybackslash}p{\\dimexpr %.3f\\linewidth-2\\tabcolsep}", c(first, rep(rest, ncol(body) - 1)))
    colnames(body) <- latex(colnames(table$body))
    made <- kable(
        body, format = "latex", escape = FALSE, booktabs = TRUE, longtable = TRUE, linesep = "", row.names = FALSE,
        align = columns, caption = latex(table$caption), label = table$id)
    text <- c("{\\footnotesize", made, paste0(latex(table$notes), "\\par"), "}")
    if (wide) c("\\begin{landscape}", text, "\\end{landscape}") else text
}
latex_tables <- lapply(tables, latex_table)
for (id in names(tables)) writeLines(latex_tables[[id]], file.path(output, "tables", paste0(id, ".tex")))

tex <- as.list(latex(text))
heads_at <- grep("^#", text)
tex[heads_at] <- Map(
    function(level, words) sprintf("\\%s{%s}", c("title", "section*", "subsection*")[level], words),
    nchar(sub("^(#+).*", "\\1", text[heads_at])), latex(sub("^#+ ", "", text[heads_at])))
tex[places] <- Map(function(kind, id) {
    if (kind == "table") return(latex_tables[[id]])
    c("\\begin{figure}[htbp]", "\\centering", sprintf("\\includegraphics[width=\\textwidth]{figures/%s.pdf}", id),
      sprintf("\\caption{%s}\\label{fig:%s}", latex(figures[[id]]$caption), id), "\\end{figure}")
}, place_kind, place_id)
tex[[heads_at[1]]] <- c(tex[[heads_at[1]]], "\\date{}", "\\maketitle")
tex[supplement_starts] <- c(list(c(
    "\\setcounter{table}{0}\\renewcommand{\\tablename}{Supplementary Table}",
    "\\setcounter{figure}{0}\\renewcommand{\\figurename}{Supplementary Figure}", tex[[supplement_starts]])))
writeLines(
    c("\\documentclass[11pt,a4paper]{article}", "\\usepackage[T1]{fontenc}", "\\usepackage[utf8]{inputenc}",
      "\\usepackage[margin=2.5cm]{geometry}", "\\usepackage{textcomp,graphicx,booktabs,longtable,array,pdflscape}",
      "\\begin{document}", unlist(tex), "\\end{document}"),
    file.path(output, "manuscript.tex"))
