# The Word files: manuscript, supplement, tables alone, checklist. By officer and flextable, since pandoc, which rmarkdown runs,
# makes no spanning heads of a Markdown table, and takes nearly a second for the manuscript before its tables.
set_flextable_defaults(font.size = 8, font.family = "Liberation Sans", padding = 1, theme_fun = theme_booktabs)
portrait <- prop_section(page_size(8.27, 11.69), page_mar(1, 1, 1, 1, 0.5, 0.5, 0))
landscape <- prop_section(page_size(8.27, 11.69, "landscape"), page_mar(1, 1, 1, 1, 0.5, 0.5, 0))
next_page <- function(section) {
    section$type <- "nextPage"
    block_section(section)
}

# One table with its spanning heads, label and footnotes, made once for all files.
word_table <- function(table) {
    words <- as.data.frame(table$body, stringsAsFactors = FALSE, check.names = FALSE)
    made <- add_footer_lines(separate_header(flextable(words), split = ": "), paste(table$notes, collapse = "\n"))
    if (length(table$bold)) made <- bold(made, table$bold, 1)
    made <- align(align(made, j = -1, align = "center", part = "body"), j = -1, align = "center", part = "header")
    # As wide as the page, the first column by its longest words.
    total <- if (ncol(words) > 7) 9.6 else 6.2
    first <- min(0.45 * total, 0.065 * max(nchar(c(names(words)[1], words[[1]]))))
    others <- rep((total - first) / (ncol(words) - 1), ncol(words) - 1)
    width(set_table_properties(made, layout = "fixed"), width = c(first, others))
}
word_tables <- lapply(tables, word_table)
caption_of <- function(x) fpar(ftext(paste0(x$label, ". "), fp_text_lite(bold = TRUE)), ftext(x$caption, fp_text_lite()))
add_table <- function(document, id) {
    wide <- ncol(tables[[id]]$body) > 7
    if (wide) document <- body_end_block_section(document, next_page(portrait))
    document <- body_add_fpar(document, caption_of(tables[[id]]), style = "Table Caption")
    document <- body_add_flextable(document, word_tables[[id]], align = "left")
    if (wide) body_end_block_section(document, next_page(landscape)) else body_add_par(document, "")
}
add_figure <- function(document, id) {
    figure <- figures[[id]]
    # As wide as the text at most; officer does not escape descriptions.
    scale <- min(1, 6.27 / (figure$width / 25.4))
    picture <- external_img(
        file.path(output, "figures", paste0(id, ".png")), scale * figure$width / 25.4, scale * figure$height / 25.4,
        alt = htmltools::htmlEscape(figure$alternative, attribute = TRUE))
    body_add_fpar(body_add_fpar(document, fpar(picture), style = "centered"), caption_of(figure), style = "Image Caption")
}
add_lines <- function(document, lines) {
    for (i in lines[nzchar(text[lines])]) {
        at_place <- match(i, places)
        level <- nchar(sub("^(#*).*", "\\1", text[i]))
        document <- if (!is.na(at_place)) {
            add <- if (place_kind[at_place] == "table") add_table else add_figure
            add(document, place_id[at_place])
        } else if (level > 0) {
            body_add_par(document, sub("^#+ ", "", text[i]), style = paste("heading", level))
        } else {
            body_add_par(document, text[i])
        }
    }
    document
}
write_word <- function(name, fill) {
    document <- body_set_default_section(fill(read_docx()), portrait)
    print(document, target = file.path(output, name))
}
supplement_starts <- grep("^## Supplementary", text)
write_word("manuscript.docx", function(document) add_lines(document, seq_len(supplement_starts - 1)))
write_word("supplement.docx", function(document) add_lines(document, supplement_starts:length(text)))
write_word("tables.docx", function(document) Reduce(add_table, names(tables), document))
write_word("checklist.docx", function(document) {
    made <- width(flextable(checklist), width = c(0.9, 0.5, 2, 0.8, 2))
    body_add_flextable(body_add_par(document, "Reporting checklist", "heading 1"), made)
})
