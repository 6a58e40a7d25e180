import CohortBuilding
import Results
import StudyFiles

/// Writes an R script that reads the study's own files and computes its numbers again, each printed beside ours.
///
/// It uses R's stats and survival only; what takes another package it computes where that is installed. What it does not
/// compute it says, in the script and at the end of its output.
struct RReplication {
    let study: Study
    let cohort: Cohort
    let results: StudyResults
    private(set) var text: [UInt8] = []
    /// The definitions so far: few, and mostly the same strings again, which are compared faster than they are hashed.
    private var defined: [String] = []
    /// The variables that give the models of the table at hand clusters, weights and an offset.
    var options: (cluster: String?, weights: String?, offset: String?)
    let range = CovariateRange()

    /// The script, lines ended by a line feed.
    static func script(of study: Study, cohort: Cohort, results: StudyResults) -> String {
        var replication = RReplication(study: study, cohort: cohort, results: results)
        replication.write()
        return String(decoding: replication.text, as: UTF8.self)
    }

    private init(study: Study, cohort: Cohort, results: StudyResults) {
        self.study = study
        self.cohort = cohort
        self.results = results
    }

    private mutating func write() {
        writeHead()
        add(Self.comparingHelpers)
        writeVariables()
        writeEndpoints()
        writePopulations()
        for comparison in results.survival { write(comparison) }
        for comparison in results.incidences { write(comparison) }
        for table in results.tables { write(table) }
        for figure in results.figures { write(figure) }
        add("finish()")
    }

    mutating func add(_ line: String) {
        put(line)
        endLine()
    }

    /// Adds a definition that several parts may need.
    mutating func add(once definition: String) {
        guard !defined.contains(definition) else { return }
        defined.append(definition)
        add(definition)
    }

    /// Puts a part of a line down.
    mutating func put(_ part: String) { text += part.utf8 }

    /// Puts a text in quotation marks down as a part of a line.
    mutating func put(quoted part: String) { appendR(part, to: &text) }

    mutating func endLine() { text.append(UInt8(ascii: "\n")) }

    /// Says what the script does not compute.
    mutating func leaveOut(_ what: String) { add("left_out(\(rText(oneLine(what))))") }

    func oneLine(_ text: String) -> String {
        // Nearly every text is a line of ASCII, which its bytes show.
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
        return text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// Compares a value in R with ours; without ours there is nothing to compare.
    mutating func compare(_ name: String, _ code: String, _ ours: Double?, tolerance: Double? = nil) {
        guard let ours, ours.isFinite else { return }
        put("compare(")
        put(quoted: name)
        put(", ")
        put(code)
        put(", ")
        put(ours.description)
        endCall(tolerance)
    }

    /// Ends a line that compares, by more than the usual tolerance where it names one.
    mutating func endCall(_ tolerance: Double?) {
        if let tolerance { put(", \(tolerance)") }
        put(")")
        endLine()
    }

    private mutating func writeHead() {
        add("# \(oneLine(study.description.title))")
        add("# The study's numbers computed again by R, each beside that of \(results.provenance.program).")
        add("# Run it in the study file's folder, or name that folder:  Rscript appendix.R FOLDER")
        add("level <- \(results.conventions.level)")
        add("quantile_type <- \(results.conventions.quantileType)")
        add("interval_scale <- \(rText(results.conventions.survivalInterval.rawValue))")
        add(Self.helpers)
        writeReading()
        add("")
    }

    // MARK: Names

    func isNumber(_ name: String) -> Bool {
        if case .continuous? = cohort.variables[name] { true } else { false }
    }

    /// The levels of a variable, the reference first as models need them.
    func levels(of name: String) -> [String]? {
        switch cohort.variables[name] {
        case .categorical(let values): values.levels.map(\.id)
        case .multiResponse, .continuous, nil: nil
        }
    }

    /// psql reads with the same password file, service file and environment as this program.
    static let databaseHelper = #"""
        from_database <- function(address, select) {
          file <- tempfile(fileext = ".csv")
          copy <- paste0("COPY (", select, ") TO STDOUT (FORMAT csv, HEADER)")
          failed <- system2("psql", c("-X", "-q", "-v", "ON_ERROR_STOP=1", shQuote(address), "-c", shQuote(copy)), stdout = file)
          if (failed != 0) stop("psql can't read the patients")
          folder <<- dirname(file)
          basename(file)
        }
        """#

    private static let helpers = #"""
        suppressPackageStartupMessages(library(survival))
        folder <- commandArgs(TRUE)[1]
        if (is.na(folder)) folder <- "."
        patients <- function(file, sep, missing, key, encoding = "UTF-8-BOM") {
          d <- read.csv(file.path(folder, file), sep = sep, colClasses = "character", na.strings = c("", missing),
                        check.names = FALSE, fileEncoding = encoding, strip.white = TRUE)
          in_order(d, key)
        }
        # Patients by their key: as numbers if all keys are whole numbers, else by their letters' codes.
        in_order <- function(d, key) {
          if (is.null(key)) return(d)
          k <- d[[key]]
          d[if (all(grepl("^[+-]?[0-9]+$", k))) order(as.numeric(k)) else order(k, method = "radix"), , drop = FALSE]
        }
        own_columns <- function(x) x[intersect(c("time", "event", "cause", "entry", "weight", "set", "group"), names(x))]
        day <- function(x) as.numeric(as.Date(x))
        earliest <- function(...) {
          x <- suppressWarnings(do.call(pmin, c(list(...), na.rm = TRUE)))
          ifelse(is.finite(x), x, NA)
        }
        # Time in days and status (0 censored, 1 event, 2 competing) of an endpoint made of dates.
        from_dates <- function(start, events, competing, contact, cutoff) {
          counted <- function(x) lapply(x, function(day) ifelse(day > cutoff, NA, day))
          none <- list(rep(NA_real_, length(start)))
          event <- do.call(earliest, c(counted(events), none))
          other <- do.call(earliest, c(counted(competing), none))
          last <- do.call(earliest, c(events, competing, none))
          last <- pmin(ifelse(is.na(last), contact, last), cutoff)
          is_event <- !is.na(event) & (is.na(other) | event <= other)
          is_other <- !is_event & !is.na(other)
          data.frame(time = ifelse(is_event, event, ifelse(is_other, other, last)) - start,
                     status = ifelse(is_event, 1, ifelse(is_other, 2, 0)))
        }
        includes <- function(x, answer) vapply(strsplit(x, separator, fixed = TRUE), function(y) answer %in% trimws(y), NA)
        # How often each level before went with each after, where both are known; a level is a set of values.
        paired_table <- function(d, before, after, levels) {
          code <- function(x) {
            place <- rep(NA_integer_, length(x))
            for (i in seq_along(levels)) place[x %in% levels[[i]]] <- i
            factor(place, levels = seq_along(levels))
          }
          table(code(d[[before]]), code(d[[after]]))
        }
        # Where all have one value, R's test stops: there is no other table with these margins.
        # The trend of a share over ordered levels, or of the last of two levels over ordered groups.
        trend <- function(counts) {
          if (ncol(counts) != 2) counts <- t(counts)[, 2:1]
          if (nrow(counts) == 2 && ncol(counts) == 2) counts <- counts[, 1:2]
          suppressWarnings(prop.trend.test(counts[, 2], rowSums(counts)))
        }
        fisher <- function(counts) if (min(dim(counts)) < 2) 1 else fisher.test(counts, workspace = 2e7)$p.value
        made <- 0
        failed <- 0
        omitted <- character()
        left_out <- function(what) omitted <<- c(omitted, what)
        compare <- function(name, value, ours, tolerance = 1e-6) {
          # Where R stops it has no number.
          value <- tryCatch(unname(as.numeric(value))[1], error = function(e) NA)
          agrees <- isTRUE(abs(value - ours) <= tolerance * max(abs(ours), 1e-3))
          made <<- made + 1
          failed <<- failed + !agrees
          cat(sprintf("%-68s %14.8g %14.8g %s\n", name, value, ours, if (agrees) "" else "DIFFERS"))
        }
        finish <- function() {
          for (what in omitted) cat("Not computed here:", what, "\n")
          cat(sprintf("%d numbers, %d differ\n", made, failed))
          if (failed > 0) quit(status = 1)
        }
        fine <- coxph.control(eps = 1e-11, iter.max = 100)
        # The hazard ratio and its limits, without R's summary: it has none of exact ties with late entry.
        hazard <- function(fit, term, limit = 0) {
          place <- match(term, names(coef(fit)))
          exp(coef(fit)[[place]] + limit * qnorm((1 + level) / 2) * sqrt(fit$var[place, place]))
        }
        median_of <- function(fit) unname(summary(fit)$table["median"])
        cat(sprintf("%-68s %14s %14s\n", "", "R", "ours"))
        """#
}
