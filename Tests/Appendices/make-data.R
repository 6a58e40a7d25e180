# Makes the data of the studies in this folder: invented patients, without meaning.
# Run in this folder:  Rscript make-data.R
set.seed(20)
comma <- function(x) ifelse(is.na(x), "", sub(".", ",", format(x, trim = TRUE), fixed = TRUE))
german <- function(x) ifelse(is.na(x), "", format(x, "%d.%m.%Y"))
write <- function(x, file) {
  write.table(x, file, sep = ";", row.names = FALSE, quote = FALSE, na = "", fileEncoding = "UTF-8", eol = "\n")
}

n <- 120
age <- round(rnorm(n, 62, 9), 1)
sex <- sample(c("w", "m"), n, TRUE)
centre <- sample(c("Nord", "Süd"), n, TRUE)
arm <- ifelse(runif(n) < plogis(-0.6 + (age - 62) / 15 + 0.6 * (sex == "m")), "new", "old")
marker <- round(exp(rnorm(n, 6.5, 1)), 2)
start <- as.Date("2019-01-07") + sample(900, n, TRUE)
relapse <- 20 + rexp(n, ifelse(arm == "new", 0.0014, 0.0026))
death <- 20 + rexp(n, 0.0014)
contact <- round(runif(n, 300, 700))
relapsed <- relapse < pmin(death, contact)
died <- death < contact
last <- ceiling(pmin(death, contact)) + 1
# Under observation from the start or later, never after the end.
entered <- round(pmax(0, pmin(runif(n, -150, 160), last - 5)))
status <- ifelse(relapsed, "1", ifelse(died, "2", "0"))
id <- sprintf("P%03d", seq_len(n))
# Numbers with grouped thousands, dates with and without zeros before a digit, one with the time of day.
marker_text <- ifelse(marker >= 1000, paste0(marker %/% 1000, ".", sprintf("%06.2f", marker %% 1000)), sprintf("%.2f", marker))
begin <- german(start)
begin[1:20] <- sub("^0", "", begin[1:20])
begin[21] <- paste(begin[21], "08:15")
patients <- data.frame(
  id, arm, age = comma(age), sex, centre, marker = sub("\\.(\\d\\d)$", ",\\1", marker_text), start = begin,
  entered = german(start + entered),
  relapse = german(as.Date(ifelse(relapsed, start + ceiling(relapse), NA), origin = "1970-01-01")),
  death = german(as.Date(ifelse(died, start + last, NA), origin = "1970-01-01")),
  contact = german(start + ifelse(died, last, contact)),
  years = comma(round(ifelse(relapsed, ceiling(relapse), last) / 365.25, 4)), status)
patients$age[7] <- "unbekannt"
patients$sex[11] <- ""
write(patients[sample(n), ], "registry/data/patients.csv")

terms <- c("Fatigue", "Nausea", "Rash", "Übelkeit")
events <- do.call(rbind, lapply(seq_len(n), function(i) {
  k <- rpois(1, ifelse(arm[i] == "new", 2, 1.2))
  if (k == 0) return(NULL)
  data.frame(patient = id[i], term = sample(terms, k, TRUE, c(4, 3, 2, 1)), grade = sample(1:4, k, TRUE, c(5, 3, 2, 1)))
}))
events$grade <- as.character(events$grade)
events$grade[3] <- ""
events$phase <- sample(c("treatment", "after"), nrow(events), TRUE, c(4, 1))
write(events, "registry/data/events.csv")

# Nobody of one level has the event, and nobody with a sign is untreated.
n <- 60
days <- sprintf("%.0f", ceiling(rexp(n, 0.004)))
grade <- sample(c("low", "middle", "high"), n, TRUE)
died <- ifelse(grade == "low", 0, rbinom(n, 1, 0.7))
sign <- rbinom(n, 1, 0.2)
size <- round(rnorm(n, 5, 2), 1)
treated <- ifelse(sign == 1, "yes", ifelse(runif(n) < plogis((size - 5) / 3), "yes", "no"))
write(data.frame(id = seq_len(n), treated, grade, sign = c("absent", "present")[sign + 1], size = comma(size), days, died,
                 response = ifelse(grade == "low" | runif(n) < 0.4, "yes", "no")), "separated/data/patients.csv")

# Names that R code has for itself, and data that R's functions stop at. Invented data, from here on with a seed of their own.
set.seed(23)
n <- 90
x <- round(rnorm(n, 5, 2), 1)
group <- ifelse(runif(n) < plogis((x - 5) / 3), "new", "old")
days <- ceiling(rexp(n, 1 / 300))
died <- rbinom(n, 1, 0.6)
first <- ceiling(rexp(n, 1 / 200))
status <- sample(0:2, n, TRUE, c(0.4, 0.4, 0.2))
first[c(4, 9, 31)] <- 0
status[c(4, 9, 31)] <- 0
names <- data.frame(
  id = seq_len(n), group, x = comma(x), event = sample(c("no", "yes"), n, TRUE), time = round(runif(n, 20, 80)),
  treated = sample(c("here", "there"), n, TRUE), grade = "only", huge = format(1e12 + round(rnorm(n, 0, 3)), scientific = FALSE), days,
  died, entered = pmin(round(runif(n, 0, 150)), days - 1), status, first, nothing = NA)
write(names, "names/data/patients.csv")
