import CohortBuilding
import Diagnostics
import Foundation
import Results
import StudyFiles
import TestSupport
import Testing

@testable import Analysis

/// What the R code of a bundle computes again. That R gets the same numbers is `scripts/check-appendix.sh`.
@Suite struct ReplicationTests {
    private static func script(_ name: String) throws -> String {
        let folder = "\(repositoryRoot)/Tests/Appendices/\(name)"
        let sink = DiagnosticSink()
        let text = try String(contentsOf: URL(filePath: "\(folder)/study.yaml"), encoding: .utf8)
        let study = try #require(readStudy(text, file: "study.yaml", reporting: sink))
        let cohort = buildCohort(
            for: study, reading: { Array(try Data(contentsOf: URL(filePath: "\(folder)/\($0)"))) }, reporting: sink)
        let inputs = study.dataFiles.map { file in
            Provenance.Input(
                role: file.name.value, path: file.path.value, sha256: "", rows: cohort?.rowCounts[file.name.value])
        }
        let results = analyze(
            try #require(cohort), as: study, provenance: Provenance(program: "greenwood", inputs: inputs),
            reporting: sink)
        #expect(sink.diagnostics.filter { $0.severity == .error }.map(\.summary) == [])
        return try #require(results.replication)
    }

    private static let registry = Result { try script("registry") }
    private static let separated = Result { try script("separated") }
    private static let names = Result { try script("names") }

    /// The names of the numbers that are compared, those of a vector with its title before them.
    private func compared(_ script: String) -> [String] {
        script.split(separator: "\n").flatMap { line -> [String] in
            if line.hasPrefix("compare(\"") { return [line.dropFirst(9).prefix { $0 != "\"" }.description] }
            guard line.hasPrefix("compare_all(\""), let ours = line.range(of: ", c(", options: .backwards) else {
                return []
            }
            let title = line.dropFirst(13).prefix { $0 != "\"" }
            return line[ours.upperBound...].split(separator: "\"").filter { !$0.hasPrefix(" = ") }.map {
                "\(title): \($0)"
            }
        }
    }

    @Test(arguments: [
        "os Old treatment: median", "os: hazard ratio of new", "pfs: hazard ratio of new, upper",
        "relapse New treatment: incidence at 12", "relapse New treatment: incidence at 12, standard error",
        "relapse: Gray chi-squared", "relapse: p, Gray", "relapse: subdistribution hazard ratio of new",
        "relapse: subdistribution hazard ratio of new, standard error of its logarithm",
        "relapse: cause-specific hazard ratio of new", "relapse_years New treatment: incidence at 1",
        "events Fatigue, Any grade: Total", "events All adverse events, Grade ≥3: New treatment",
        "Weighted patients: effective size, treated", "Overlap-weighted patients: effective size, controls",
        "pfs.in.weighted New treatment: survival at 6, lower", "pfs.in.overlap: hazard ratio of new, lower",
        "os.in.weighted: hazard ratio of new", "Optimal pairs: matched controls", "Shared partners: matched controls",
        "Nearest pairs: matched treated patients", "Younger pairs: matched controls",
        "pfs.in.pairs: robust hazard ratio of new, upper", "pfs.in.shared: hazard ratio of new, lower",
        "cox OS multivariable: arm new", "cox_by_centre OS univariable: arm new", "cox_weighted PFS univariable: age",
        "cox_counted PFS multivariable: robust score test", "cox_product OS multivariable: arm new and age",
        "effects Weighted patients PFS: arm new", "pairs_baseline, after Age: standardised difference",
        "weighted_baseline Age New treatment: mean", "by_sex multivariable: area under the curve: area",
        "forest Sex: interaction: likelihood-ratio test", "forest_weighted Sex: interaction: Wald test",
        "residuals Age (years): residuals", "predicted Old treatment, Nord: curve: survival",
    ])
    func isComputedAgain(_ name: String) throws {
        #expect(compared(try Self.registry.get()).contains(name))
    }

    @Test func testsOfAdverseEventsAreComputedAgain() throws {
        let tests = compared(try Self.registry.get()).filter { $0.hasPrefix("events ") && $0.contains(": p, ") }
        #expect(tests.count >= 12)
    }

    /// Two data sets of one file have rows of their own, chosen by conditions with numbers and texts.
    @Test func rowsOfAFileAreThoseThatItsDataSetTakes() throws {
        let script = try Self.registry.get()
        let counts = script.split(separator: "\n").compactMap { line -> Double? in
            guard line.hasPrefix(#"compare("Rows of data/events.csv", nrow(d), "#) else { return nil }
            return Double(line.dropLast().split(separator: " ").last ?? "")
        }
        #expect(Set(counts).count == 2, "\(counts)")
        #expect(
            script.contains(
                #"local({ d[["grade"]] <- as.numeric(d[["grade"]]); ((d[["phase"]] == "treatment") & ((10 * d[["grade"]]) >= 30)) })"#
            ))
    }

    @Test func cellsAreBroughtIntoPlainForm() throws {
        let script = try Self.registry.get()
        #expect(script.contains(#""\\4-\\3-\\1""#), "dates of days, months and years")
        #expect(script.contains(#"sub(",", ".", x, fixed = TRUE)"#), "decimal commas")
        #expect(script.contains(#"d[["entry os"]] <- pmax(day(d[["entered"]]) - day(d[["start"]]), 0)"#))
        #expect(script.contains("Surv(entry, time, event)"))
    }

    @Test func firthsModelsAreComputedAgain() throws {
        let script = try Self.separated.get()
        let names = compared(script)
        for name in [
            "cox OS univariable: grade low", "cox OS univariable: grade low, upper", "cox OS univariable: grade low, p",
            "cox OS multivariable: size, p", "response univariable: grade low, lower",
            "response multivariable: sign present, p", "Pairs by a penalised score: matched controls",
            "Weighted by a penalised score: effective size, treated",
        ] { #expect(names.contains(name), "\(name)") }
        #expect(script.split(separator: "\n").count { $0.hasPrefix("firth <- function") } == 1, "defined once")
    }

    @Test func whatIsLeftOutIsSaid() throws {
        let left = try Self.registry.get().split(separator: "\n").filter { $0.hasPrefix("left_out(") }
        #expect(left == [])
        #expect(
            compared(try Self.registry.get()).contains("os: log-rank: statistic"), "a log-rank test with late entry")
        #expect(
            try Self.registry.get().contains(#"} else left_out("Gray's test of relapse: needs the package cmprsk")"#))
        #expect(try Self.separated.get().contains("left_out(\"") == false)
    }

    /// Columns called `x`, `event`, `time`, `treated` and `group`, an endpoint that nobody has, a factor of one level, a number
    /// of extreme size: the script keeps to columns of its own, and says what R cannot do.
    @Test func namesAndDataThatRTripsOver() throws {
        let script = try Self.names.get()
        let names = compared(script)
        for name in [
            "os old: survival at 6", "os.in.pairs: hazard ratio of new",
            "relapse old: incidence at 6: standard error",
            "relapse: incidence at 6, new less old: p", "cox OS univariable: x",
            "Pairs: score: treatedthere: coefficient",
            "earlier multivariable: time: coefficient", "relapse: cause-specific hazard ratio of new",
        ] { #expect(names.contains(name), "\(name)") }
        #expect(!names.contains { $0.hasPrefix("never: hazard ratio") || $0.contains("huge") })
        #expect(!names.contains { $0.hasPrefix("relapse: Gray") || $0.hasPrefix("relapse: subdistribution") })
        #expect(script.contains(#"x <- own_columns(s[s$group == "old", ])"#))
        #expect(script.contains(#"if (any(s$time == 0 & s$cause == 0)) left_out("#))
        #expect(script.contains(#"left_out("cox OS univariable: R's models lose the digits of huge, "#))
        #expect(names.contains("os.in.pairs: robust hazard ratio: concordance"))
        #expect(!names.contains("os.in.pairs: robust hazard ratio: concordance, standard error"))
    }
}
