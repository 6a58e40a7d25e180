# The tables as a workbook, a sheet each, with spanning heads and footnotes.
book <- openxlsx::createWorkbook()
head_style <- openxlsx::createStyle(
    textDecoration = "bold", halign = "center", valign = "center", wrapText = TRUE, border = "bottom")
bold_style <- openxlsx::createStyle(textDecoration = "bold")
body_style <- openxlsx::createStyle(halign = "center")
for (table in tables) {
    sheet <- table$id
    openxlsx::addWorksheet(book, sheet)
    parts <- strsplit(colnames(table$body), ": ", fixed = TRUE)
    depth <- max(lengths(parts))
    # Short heads stand lowest; what is equal side by side is one cell.
    heads_of <- sapply(parts, function(part) c(rep("", depth - length(part)), part))
    heads_of <- matrix(heads_of, depth)
    columns <- seq_len(ncol(table$body))
    first <- 2 + depth
    openxlsx::writeData(book, sheet, paste0(table$label, ". ", table$caption), startRow = 1)
    openxlsx::writeData(book, sheet, heads_of, startRow = 2, colNames = FALSE)
    for (row in seq_len(depth - 1)) {
        runs <- rle(heads_of[row, ])
        ends <- cumsum(runs$lengths)
        for (k in which(runs$lengths > 1 & nzchar(runs$values))) {
            openxlsx::mergeCells(book, sheet, (ends[k] - runs$lengths[k] + 1):ends[k], row + 1)
        }
    }
    openxlsx::writeData(book, sheet, table$body, startRow = first, colNames = FALSE)
    openxlsx::writeData(book, sheet, table$notes, startRow = first + nrow(table$body))
    openxlsx::addStyle(book, sheet, bold_style, 1, 1)
    openxlsx::addStyle(book, sheet, head_style, 1 + seq_len(depth), columns, gridExpand = TRUE)
    openxlsx::addStyle(book, sheet, body_style, first - 1 + seq_len(nrow(table$body)), columns[-1], gridExpand = TRUE)
    if (length(table$bold)) openxlsx::addStyle(book, sheet, bold_style, first - 1 + table$bold, 1)
    first_width <- max(nchar(c(table$body[, 1], heads_of[depth, 1])))
    openxlsx::setColWidths(book, sheet, columns, c(first_width, rep(22, length(columns) - 1)))
    openxlsx::pageSetup(book, sheet, orientation = "landscape", fitToWidth = TRUE, fitToHeight = FALSE)
    openxlsx::freezePane(book, sheet, firstActiveRow = first, firstActiveCol = 2)
}
openxlsx::saveWorkbook(book, file.path(output, "tables.xlsx"), overwrite = TRUE)
