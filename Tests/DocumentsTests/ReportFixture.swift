import Documents
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

    // MARK: A figure as a drawing program writes it: declarations, shared ids, style attributes.

    static let survival = Figure(
        id: "survival", caption: "Progression-free survival by treatment group, with numbers at risk.",
        alternativeText: "Two falling step curves over 24 months; RT+IO+T stays above IO+T throughout, "
            + "with medians of 12.6 and 4.6 months.",
        path: "figures/survival.svg", svg: svg)

    private static let svg = """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="510pt" height="260pt" \
        viewBox="0 0 510 260" version="1.1">
        <defs><g><symbol overflow="visible" id="tick0"><path style="stroke:#1b1f24;stroke-width:.6;" d="M 0 0 V 4"/></symbol></g>
        <clipPath id="clip1"><rect x="60" y="10" width="440" height="180"/></clipPath></defs>
        <g id="surface1">
        <path style="fill:none;stroke:#1b1f24;stroke-width:.6;" d="M 60 10 V 190 H 500"/>
        <use xlink:href="#tick0" x="60" y="190"/><use xlink:href="#tick0" x="170" y="190"/>
        <use xlink:href="#tick0" x="280" y="190"/><use xlink:href="#tick0" x="390" y="190"/>
        <use xlink:href="#tick0" x="500" y="190"/>
        <g clip-path="url(#clip1)">
        <path style="fill:none;stroke:#0072b2;stroke-width:1.3;" d="M 60 10 H 90 V 24 H 130 V 38 H 170 V 60 H 230 V 78 H 280 \
        V 96 H 300 V 112 H 360 V 130 H 420 V 148 H 470 V 160 H 500"/>
        <path style="fill:none;stroke:#d55e00;stroke-width:1.3;" d="M 60 10 H 74 V 30 H 96 V 56 H 120 V 82 H 144 V 104 H 170 \
        V 117 H 210 V 136 H 280 V 155 H 340 V 166 H 400 V 174 H 440"/>
        </g>
        <g style="font-family:'Liberation Sans',Arial,sans-serif;font-size:8px;fill:#1b1f24;">
        <text x="60" y="204" text-anchor="middle">0</text><text x="170" y="204" text-anchor="middle">6</text>
        <text x="280" y="204" text-anchor="middle">12</text><text x="390" y="204" text-anchor="middle">18</text>
        <text x="500" y="204" text-anchor="middle">24</text><text x="280" y="217" text-anchor="middle">Months</text>
        <text x="52" y="13" text-anchor="end">100</text><text x="52" y="103" text-anchor="end">50</text>
        <text x="52" y="193" text-anchor="end">0</text>
        <text x="330" y="40">Log-rank p = 0.012</text>
        <text x="10" y="236" fill="#d55e00">IO+T</text><text x="60" y="236" text-anchor="middle">42</text>
        <text x="170" y="236" text-anchor="middle">17</text><text x="280" y="236" text-anchor="middle">8</text>
        <text x="10" y="250" fill="#0072b2">RT+IO+T</text><text x="60" y="250" text-anchor="middle">29</text>
        <text x="170" y="250" text-anchor="middle">21</text><text x="280" y="250" text-anchor="middle">15</text>
        </g>
        </g>
        </svg>
        """
}
