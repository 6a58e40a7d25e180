import Documents
import Drawing
import Tables

/// A report as the program makes it, with a table one, a table with spanning heads and a figure.
enum ReportFixture {
    static let document = Document(
        language: "en",
        title: "Radiotherapy with immunotherapy and targeted therapy in unresectable hepatocellular carcinoma",
        notice: "Synthetic data: these are not records of patients.",
        blocks: [
            .heading(level: 1, "Results"),
            .heading(level: 2, "Patients"),
            .paragraph(
                RichText(
                    "Of 71 patients, 42 received IO+T and 29 received RT+IO+T. The groups differed in BCLC stage ("
                ) + pValue("= 0.007") + "), ECOG performance status (" + pValue("= 0.046") + ") and treatment line ("
                    + pValue("< 0.001") + "), and were alike in the other characteristics (Table 1)."),
            .table(baseline),
            .heading(level: 2, "Survival"),
            .paragraph(
                RichText(
                    "Median progression-free survival was 4.6 months (95% CI 2.8–8.7) with IO+T and 12.6 months "
                        + "(95% CI 6.0–17.3) with RT+IO+T; median overall survival was 10.9 months (95% CI 6.1–17.4) and "
                        + "17.8 months (95% CI 12.0–23.1; log-rank ") + pValue("= 0.0081") + ")."),
            .list(
                [
                    "Progression-free survival at 6 months was 40.5% and 72.4%.",
                    RichText("The biologically effective dose (BED")
                        + RichText("10", .subscript) + ") was 60.0 Gy; platelets fell below 50 × 10"
                        + RichText("9", .superscript) + "/L in 3 patients.",
                ], isOrdered: false),
            .figure(survival),
            .heading(level: 2, "Safety"),
            .paragraph(
                "Adverse events of any grade were recorded in 38 and 27 patients. No death was related to treatment."),
            .table(safety),
        ],
        colophon: [
            "greenwood 0.1.0; study.yaml 3f1a9c0d, patients.csv 77be02e1 (71 rows).",
            "Survival: Kaplan–Meier, log–log intervals. Nothing on this page was typed by hand.",
        ])

    private static func pValue(_ rest: String) -> RichText { RichText("p", .italic) + RichText(" \(rest)") }

    // MARK: Tables

    private static func column(_ heading: String) -> Table.Column {
        Table.Column(RichText(heading), alignment: .number)
    }

    static let baseline = Table(
        id: "baseline", caption: "Baseline characteristics of the treatment groups.",
        columns: [Table.Column("Characteristic", alignment: .leading)]
            + ["Total (n = 71)", "IO+T (n = 42)", "RT+IO+T (n = 29)", "p value"].map(column),
        rows: variable("Age (years)", "0.886", ["<60|35 (49.3)|21 (50)|14 (48.3)", "≥60|36 (50.7)|21 (50)|15 (51.7)"])
            + variable(
                "Gender", "0.209", mark: "a",
                ["Female|12 (16.9)|5 (11.9)|7 (24.1)", "Male|59 (83.1)|37 (88.1)|22 (75.9)"])
            + variable("BCLC stage", "0.007", ["B|13 (18.3)|12 (28.6)|1 (3.4)", "C|58 (81.7)|30 (71.4)|28 (96.6)"])
            + variable(
                "Child–Pugh class", "0.297", ["A|57 (80.3)|32 (76.2)|25 (86.2)", "B|14 (19.7)|10 (23.8)|4 (13.8)"])
            + variable(
                "ECOG performance status", "0.046", ["0|14 (19.7)|5 (11.9)|9 (31)", "1–2|57 (80.3)|37 (88.1)|20 (69)"])
            + variable(
                "Baseline AFP (ng/mL)", "0.195",
                ["<400|40 (56.3)|21 (50)|19 (65.5)", "≥400|31 (43.7)|21 (50)|10 (34.5)"])
            + variable(
                "Maximum tumour diameter (cm)", "0.375",
                ["<10|55 (77.5)|31 (73.8)|24 (82.8)", "≥10|16 (22.5)|11 (26.2)|5 (17.2)"])
            + variable(
                "Extrahepatic metastasis", "0.756",
                ["No|45 (63.4)|26 (61.9)|19 (65.5)", "Yes|26 (36.6)|16 (38.1)|10 (34.5)"])
            + variable(
                "Portal vein invasion", "0.075", ["No|31 (43.7)|22 (52.4)|9 (31)", "Yes|40 (56.3)|20 (47.6)|20 (69)"])
            + variable(
                "Treatment line", "<0.001",
                ["First-line|42 (59.2)|32 (76.2)|10 (34.5)", "Second-line and beyond|29 (40.8)|10 (23.8)|19 (65.5)"])
            + variable(
                "Previous locoregional therapy", "0.144", mark: "a",
                [
                    "No|41 (57.7)|27 (64.3)|14 (48.3)", "TACE|20 (28.2)|8 (19)|12 (41.4)",
                    "HAIC|10 (14.1)|7 (16.7)|3 (10.3)",
                ])
            + [
                Table.Row(
                    .block, head: Table.Cell(RichText("Age (years)", .bold) + ", median (IQR)"),
                    cells: ["60 (52–67)", "59 (51–66)", "61 (54–68)", Table.Cell("0.241", marks: ["b"])])
            ],
        footnotes: [
            Table.Footnote("Values are n (%) unless the row says otherwise."),
            Table.Footnote("IQR, interquartile range, given as the first and third quartile (R's quantile type 7)."),
            Table.Footnote("Unmarked p values: Pearson's χ² test without continuity correction."),
            Table.Footnote(mark: "a", "Fisher's exact test, used where an expected count was below 5."),
            Table.Footnote(mark: "b", "Mann–Whitney test with continuity correction."),
            Table.Footnote("Synthetic data: these are not records of patients."),
        ])

    private static func variable(_ label: String, _ p: String, mark: String? = nil, _ levels: [String]) -> [Table.Row] {
        let pValue = Table.Cell(RichText(p), marks: mark.map { [$0] } ?? [])
        let head = Table.Row(.block, head: Table.Cell(RichText(label, .bold)), cells: [.empty, .empty, .empty, pValue])
        return [head]
            + levels.map { level in
                let cells = level.split(separator: "|").map { Table.Cell(RichText(String($0))) }
                return Table.Row(.member, head: cells[0], indent: 1, cells: Array(cells.dropFirst()) + [.empty])
            }
    }

    static let safety = Table(
        id: "safety", caption: "Adverse events by grade.",
        columns: [Table.Column("Adverse event", alignment: .leading)]
            + ["Any grade", "Grade 3–4", "Any grade", "Grade 3–4", "Any grade", "Grade 3–4"].map(column),
        spanningHeads: [
            [
                .init("IO+T (n = 42)", over: 1..<3), .init("RT+IO+T (n = 29)", over: 3..<5),
                .init("p value", over: 5..<7),
            ]
        ],
        rows: [
            Table.Row(
                .block, head: Table.Cell(RichText("All adverse events", .bold)),
                cells: ["38 (90.5)", "11 (26.2)", "27 (93.1)", "15 (51.7)", ">0.999", "0.028"]),
            Table.Row(.section, head: "Haematological", cells: []),
            Table.Row(
                .block, head: "Lymphopenia",
                cells: ["8 (19)", "1 (2.4)", "14 (48.3)", "9 (31)", "0.009", "<0.001"]),
            Table.Row(
                .block, head: "Thrombocytopenia",
                cells: ["9 (21.4)", "0 (0)", "13 (44.8)", "5 (17.2)", "0.036", Table.Cell("0.0096", marks: ["a"])]),
            Table.Row(.section, head: "Hepatic", cells: []),
            Table.Row(
                .block, head: "Raised bilirubin",
                cells: ["10 (23.8)", "0 (0)", "8 (27.6)", "0 (0)", "0.718", Table.Cell("–", marks: ["b"])]),
        ],
        footnotes: [
            Table.Footnote("Values are patients (%); each patient counts once, at the worst grade."),
            Table.Footnote(mark: "a", "Fisher's exact test, used where an expected count was below 5."),
            Table.Footnote(mark: "b", "Not tested: no event occurred."),
        ])

    static let survival = Figure(
        id: "survival", caption: "Progression-free survival by treatment group, with numbers at risk.",
        path: "figures/survival.svg",
        scene: Scene(
            width: 510, height: 260, title: "Progression-free survival",
            alternativeText: "Two falling step curves over 24 months; RT+IO+T stays above IO+T throughout, "
                + "with medians of 12.6 and 4.6 months.",
            elements: [
                .group(
                    Scene.Group(
                        name: "curves", clip: Rectangle(x: 60, y: 10, width: 440, height: 180),
                        elements: [
                            curve("RT+IO+T", [60, 10, 90, 24, 170, 60, 280, 96, 420, 148], Color(hex: 0x0072B2)),
                            curve("IO+T", [60, 10, 74, 30, 144, 104, 280, 155, 400, 174], Color(hex: 0xD55E00)),
                        ])),
                text("Log-rank p = 0.012", at: Point(x: 330, y: 40)),
                text("Months", at: Point(x: 280, y: 217)),
            ]))

    private static func curve(_ name: String, _ corners: [Double], _ color: Color) -> Scene.Element {
        var segments: [Shape.Segment] = [.move(Point(x: corners[0], y: corners[1]))]
        for index in stride(from: 2, to: corners.count, by: 2) {
            segments.append(.line(Point(x: corners[index], y: corners[index - 1])))
            segments.append(.line(Point(x: corners[index], y: corners[index + 1])))
        }
        return .shape(Shape(name: name, segments: segments, stroke: Stroke(color: color, width: 1.3)))
    }

    private static func text(_ text: String, at position: Point) -> Scene.Element {
        .label(
            Label(
                runs: [.init(text, font: Font(family: "Liberation Sans", size: 8))], position: position, color: .black,
                width: 60))
    }
}
