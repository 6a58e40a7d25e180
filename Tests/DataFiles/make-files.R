# Makes the files of other programs in Tests/DataFiles, and beside each the cells that R reads from it.
#
#   Rscript Tests/DataFiles/make-files.R
#
# Needs the packages haven, readxl and openxlsx, and the programs sqlite3 and pspp. The tests read what is committed.
library(haven)
folder <- file.path("Tests", "DataFiles")
at <- function(name) file.path(folder, name)

# What greenwood documents that it makes of a column that R reads.
cells <- function(column, labels = TRUE) {
  named <- attr(column, "labels")
  if (labels && !is.null(named) && all(is.na(column) | unclass(column) %in% c(named, "")))
    text <- names(named)[match(unclass(column), named)]
  else if (inherits(column, "difftime"))
    text <- vapply(as.numeric(column, units = "secs"), function(s)
      if (is.na(s)) NA_character_ else sprintf("%02d:%02d:%02d", s %/% 3600, s %/% 60 %% 60, s %% 60), "")
  else if (inherits(column, "Date")) text <- format(column, "%Y-%m-%d")
  else if (inherits(column, "POSIXt"))
    text <- sub("T00:00:00$", "", format(as.POSIXct(column), "%Y-%m-%dT%H:%M:%S", tz = "UTC"))
  else if (is.logical(column)) text <- ifelse(column, "TRUE", "FALSE")
  else if (is.numeric(column)) text <- sprintf("%.15g", as.numeric(column))
  else text <- trimws(as.character(column))
  text[is.na(column) | is.na(text)] <- ""
  text
}
expected <- function(name, data, labels = TRUE) {
  table <- as.data.frame(lapply(data, cells, labels = labels), check.names = FALSE)
  names(table) <- names(data)
  write.csv(table, at(paste0(name, ".csv")), row.names = FALSE, quote = TRUE)
}

set.seed(20240229)
n <- 12
sex <- rep(c(1, 2), n / 2)
patients <- data.frame(
  id = sprintf("P%03d", seq_len(n)),
  age = c(61, 70.5, NA, 55.25, 48, 66, 59.125, 73, 41, 80, 62, 58),
  albumin = c(38.1, 41.7, 0.1 + 0.2, 35, NA, 40.05, 1e-5, 123456.789, 33.3, 44, 39.9, 37),
  centre = c("München", "Köln", "", "北京", "Zürich", "São Paulo", "Málaga", "Łódź", "Århus", "Lyon", "上海", "Oslo"),
  stringsAsFactors = FALSE)
dates <- as.Date("2020-02-28") + seq(0, by = 31, length.out = n)
dates[4] <- NA
dates[12] <- as.Date("1899-12-31")
moments <- as.POSIXct("2021-03-04 00:00:00", tz = "UTC") + seq(0, by = 45000, length.out = n)
moments[2] <- NA

# SPSS: labels, values that the user declares missing, a scale of which only the ends are named.
spss <- patients
spss$sex <- labelled(sex, c(Male = 1, Female = 2), label = "Sex of the patient")
spss$stage <- labelled_spss(c(1, 2, 3, 9, 1, 2, 3, 99, 1, 2, 3, 2), c(I = 1, II = 2, III = 3, Refused = 9, Unknown = 99),
                            na_values = c(9, 99), label = "UICC stage")
spss$pain <- labelled(c(0, 3, 10, 5, 7, 2, 0, 10, 4, 6, NA, 1), c(None = 0, Worst = 10))
spss$region <- labelled(c("N", "S", "N", "", rep("S", 8)), c(North = "N", South = "S"))
spss$score <- labelled_spss(c(5, -1, 7, -5, 8, 9, 1, 2, 3, 4, 6, 7), na_range = c(-9, -1))
spss$diagnosed <- dates
spss$visit <- moments
spss$time_of_day <- hms::hms(seq(0, by = 3661, length.out = n))
write_sav(spss, at("patients.sav"))
write_sav(spss, at("patients.zsav"), compress = "zsav")
expected("patients.sav", read_sav(at("patients.sav")))
expected("patients.sav.codes", read_sav(at("patients.sav")), labels = FALSE)

# SPSS's portable file, which only PSPP writes here. Haven does not read PSPP's, so R is shown the same data as a .sav file.
system2("pspp", at("patients-portable.sps"))
portable <- read_sav(at("patients-portable.sav"))
unlink(at("patients-portable.sav"))
expected("patients.por", setNames(portable, toupper(names(portable))))

# Stata: tagged missing values, labels, integers, dates.
stata <- patients
stata$sex <- labelled(as.integer(sex), c(Male = 1L, Female = 2L), label = "Sex of the patient")
stata$ecog <- labelled(c(0, 1, 2, tagged_na("a"), 1, 0, tagged_na("z"), 2, 1, 0, NA, 1),
                       c("Fully active" = 0, Restricted = 1, Ambulatory = 2, "Not done" = tagged_na("a")))
stata$grade <- 1:n
stata$diagnosed <- dates
stata$visit <- moments
write_dta(stata, at("patients.dta"))
write_dta(stata[names(stata) != "centre"], at("patients-13.dta"), version = 13)
expected("patients.dta", read_dta(at("patients.dta")))
expected("patients-13.dta", read_dta(at("patients-13.dta")))
# A file of Stata 8 in the letters of Windows, by another writer.
old <- data.frame(id = 1:3, name = iconv(c("Müller", "Gruß", "Ødegård"), "UTF-8", "latin1"), weight = c(60.1, NA, 72.25))
foreign::write.dta(old, at("old.dta"), version = 8)
expected("old.dta", read_dta(at("old.dta"), encoding = "latin1"))

# SAS: dates and moments by their formats.
sas <- patients
sas$sex <- sex
attr(sas$sex, "label") <- "Sex of the patient"
sas$diagnosed <- dates
sas$visit <- moments
write_xpt(sas, at("patients.xpt"), version = 8)
expected("patients.xpt", read_xpt(at("patients.xpt")))
suppressWarnings(write_sas(sas, at("patients.sas7bdat")))
expected("patients.sas7bdat", read_sas(at("patients.sas7bdat")))

# Excel: two sheets, styles of dates, texts, truth values, an empty row, a column without cells.
library(openxlsx)
workbook <- createWorkbook()
addWorksheet(workbook, "Notes")
writeData(workbook, "Notes", data.frame(note = c("made by make-files.R", "<&> \"quoted\"")))
addWorksheet(workbook, "Patients & more")
excel <- patients
excel$responder <- rep(c(TRUE, FALSE, NA), n / 3)
excel$diagnosed <- dates
excel$diagnosed[12] <- as.Date("1900-03-02")
excel$visit <- moments
writeData(workbook, "Patients & more", excel, startCol = 2, startRow = 3)
addStyle(workbook, "Patients & more", createStyle(numFmt = "dd/mm/yyyy"), rows = 4:(n + 3), cols = 7, stack = TRUE)
addStyle(workbook, "Patients & more", createStyle(numFmt = "yyyy-mm-dd hh:mm:ss"), rows = 4:(n + 3), cols = 8, stack = TRUE)
saveWorkbook(workbook, at("patients.xlsx"), overwrite = TRUE)
read <- as.data.frame(readxl::read_excel(at("patients.xlsx"), sheet = "Patients & more"))
expected("patients.xlsx", read)

# SQLite.
unlink(at("patients.sqlite"))
sqlite <- c(
  "CREATE TABLE patients (id TEXT PRIMARY KEY, age REAL, centre TEXT, grade INTEGER);",
  sprintf("INSERT INTO patients VALUES ('%s', %s, %s, %d);", patients$id,
          ifelse(is.na(patients$age), "NULL", sprintf("%.17g", patients$age)),
          ifelse(patients$centre == "", "NULL", paste0("'", patients$centre, "'")), seq_len(n)),
  "CREATE TABLE visits (id TEXT, day TEXT, picture BLOB);",
  "INSERT INTO visits VALUES ('P001', '2021-03-04', x'00FF');",
  "CREATE VIEW older AS SELECT id, age FROM patients WHERE age > 60;")
system2("sqlite3", shQuote(at("patients.sqlite")), input = sqlite)
expected("patients.sqlite", data.frame(patients[c("id", "age", "centre")], grade = seq_len(n)))
