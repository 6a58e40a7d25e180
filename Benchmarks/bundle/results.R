# The results as JSON, rows and nested; last, a list of all files with their checksums.
jsonlite::write_json(rows, file.path(output, "ard.json"), digits = NA, na = "null", pretty = FALSE)
curve_points <- lapply(curves, function(curve) {
    fit <- curve$fit
    data.frame(
        group = rep(levels(curve$data[[curve$by]]), fit$strata), time = fit$time, at_risk = fit$n.risk, events = fit$n.event,
        censored = fit$n.censor, survival = fit$surv, lower = fit$lower, upper = fit$upper)
})
jsonlite::write_json(
    list(
        study = "Radiotherapy with immunotherapy and targeted therapy in unresectable hepatocellular carcinoma", synthetic = TRUE,
        software = list(
            R = R.version.string, packages = as.list(vapply(packages, function(p) as.character(packageVersion(p)), ""))),
        numbers = mget(sort(ls(numbers)), envir = numbers), curves = curve_points,
        tables = lapply(tables, function(table) c(
            table[c("label", "caption", "notes")], list(columns = colnames(table$body), rows = unname(table$body)))),
        figures = lapply(figures, `[`, c("label", "caption", "alternative", "width", "height")),
        matched_pairs = matrix(d$id[pairs], ncol = 2),
        residuals = list(time = zph$time, scaled = zph$y), scores = scores),
    file.path(output, "results.json"), digits = NA, na = "null", auto_unbox = TRUE)

listed_files <- function(folder, files) lapply(files, function(file) {
    path <- file.path(folder, file)
    list(path = file, bytes = file.size(path), sha256 = digest::digest(path, "sha256", file = TRUE))
})
made <- setdiff(list.files(output, recursive = TRUE), "manifest.json")
jsonlite::write_json(
    list(
        inputs = listed_files(
            study, c(file.path("data", c("patients.csv", "adverse_events.csv", "screening.csv")), "published.csv")),
        outputs = listed_files(output, made)),
    file.path(output, "manifest.json"), auto_unbox = TRUE, pretty = TRUE)
