// swift-tools-version: 6.2
import PackageDescription

/// Every module is built alike: Swift 6 mode, explicit imports, warnings are errors.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// One folder under `Sources` = one module = one line here: its name and what it may import.
func module(_ name: String, imports dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, imports dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["TestSupport"], path: "Tests/\(name)", swiftSettings: strict)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "greenwood",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "greenwood", targets: ["greenwood"]),
        .library(name: "SurvivalStatistics", targets: ["SurvivalStatistics", "Results"]),
        .library(name: "Figures", targets: ["Figures", "Results", "Styling", "Drawing", "CairoRendering"]),
        .library(name: "ReaderEntrances", targets: ["ReaderEntrances"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        // Ground floor.
        module("Diagnostics"),
        .systemLibrary(name: "CRmath", pkgConfig: "libRmath", providers: [.apt(["r-mathlib"]), .brew(["r"])]),
        .systemLibrary(name: "CPlatform"),
        .systemLibrary(name: "CIconv"),
        .systemLibrary(name: "CByteMarks"),
        .systemLibrary(name: "CReadStat", providers: [.apt(["libreadstat-dev"]), .brew(["readstat"])]),
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
        .systemLibrary(
            name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"]), .brew(["libdeflate"])]),
        .systemLibrary(name: "CIgzip", pkgConfig: "libisal", providers: [.apt(["libisal-dev"]), .brew(["isa-l"])]),
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"]), .brew(["nettle"])]),
        module("Checksums", imports: ["CNettle"]),
        .target(name: "CPostgreSQL"),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .target(name: "CXML", dependencies: ["CLibXML2"]),
        module("Archives", imports: ["CDeflate", "CIgzip"]),
        module("Mathematics", imports: ["CRmath"]),
        module("Results"),
        module("Drawing"),

        // Analysis stage: knows patients, knows no ink.
        module("StudyFiles", imports: ["Diagnostics", "Results", yams]),
        module(
            "DataReading",
            imports: [
                "Diagnostics", "Mathematics", "StudyFiles", "Archives", "CXML", "CByteMarks", "CIconv", "CReadStat",
                "CSQLite",
            ]),
        module("CohortBuilding", imports: ["Diagnostics", "StudyFiles", "DataReading", "Results"]),
        module(
            "Databases",
            imports: ["CPostgreSQL", "Checksums", "Diagnostics", "StudyFiles", "CohortBuilding", "Results"]),
        module("SurvivalStatistics", imports: ["Mathematics", "Results"]),
        module(
            "Analysis",
            imports: ["Diagnostics", "Mathematics", "StudyFiles", "CohortBuilding", "SurvivalStatistics", "Results"]),

        .target(name: "CReferenceSet"),
        module("StudyDrafting", imports: ["CohortBuilding", "StudyFiles"]),
        .target(name: "CHandbook"),
        module(
            "Validation", imports: ["Diagnostics", "Mathematics", "Results", "SurvivalStatistics", "CReferenceSet"]),

        // Rendering stage: knows ink, knows no patients.
        module("Styling", imports: ["Results"]),
        module("Figures", imports: ["Results", "Styling", "Drawing"]),
        .systemLibrary(
            name: "CCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"]), .brew(["pango"])]),
        .systemLibrary(
            name: "CTIFF", pkgConfig: "libtiff-4", providers: [.apt(["libtiff-dev"]), .brew(["libtiff"])]),
        module("CairoRendering", imports: ["Drawing", "Archives", "CCairo", "CIgzip", "CTIFF"]),
        module(
            "Templating", imports: ["Diagnostics"],
            resources: [
                .embedInCode("../../templates/results.md"),
                .embedInCode("../../templates/methods.md"),
                .embedInCode("../../templates/results-patients.md"),
                .embedInCode("../../templates/results-outcomes.md"),
                .embedInCode("../../templates/results-survival.md"),
                .embedInCode("../../templates/results-models.md"),
                .embedInCode("../../templates/results-matching.md"),
                .embedInCode("../../templates/zh/results.zh.md"),
                .embedInCode("../../templates/zh/methods.zh.md"),
                .embedInCode("../../templates/zh/results-patients.zh.md"),
                .embedInCode("../../templates/zh/results-outcomes.zh.md"),
                .embedInCode("../../templates/zh/results-survival.zh.md"),
                .embedInCode("../../templates/zh/results-models.zh.md"),
                .embedInCode("../../templates/zh/results-matching.zh.md"),
            ]),
        module("Tables", imports: ["Results", "Styling"]),
        module("Documents", imports: ["Archives", "Tables", "Styling", "Drawing", "Checksums"]),
        module("Prose", imports: ["Results", "Styling", "Templating", "Diagnostics"]),
        module(
            "Comparing",
            imports: ["Mathematics", "Results", "Styling", "Drawing", "Tables", "Documents", "Templating", "Prose"]),

        // Auditing: knows what is printed, knows no patients.
        module("ManuscriptReading", imports: ["CXML", "Archives"]),
        module("Auditing", imports: ["ManuscriptReading", "Mathematics", "SurvivalStatistics", "Results"]),

        // Delivery.
        module(
            "Bundling",
            imports: [
                "Results", "Styling", "Drawing", "Figures", "Tables", "Documents", "Templating", "Prose", "Checksums",
                "Archives", "CPlatform", "Mathematics",
            ]),
        module("Previewing"),
        .executableTarget(
            name: "greenwood",
            dependencies: [
                "Diagnostics", "Mathematics", "Archives", "Checksums", "Results", "StudyFiles", "DataReading",
                "Databases", "CohortBuilding", "Analysis", "Styling", "Drawing", "Figures", "CairoRendering",
                "Templating", "Tables",
                "Documents", "Prose", "Comparing",
                "Bundling", "Validation", "ManuscriptReading", "Auditing", "StudyDrafting", "CHandbook", "Previewing",
                argumentParser,
            ],
            swiftSettings: strict),

        // Fuzzing: what reads bytes of others; the fuzzer itself is the package in `Fuzzing`.
        .target(
            name: "ReaderEntrances",
            dependencies: [
                "Archives", "Auditing", "CohortBuilding", "DataReading", "Diagnostics", "ManuscriptReading", "Results",
                "StudyDrafting", "StudyFiles", "Templating",
            ],
            path: "Fuzzing/Entrances", swiftSettings: strict),
        tests("FuzzingTests", imports: ["ReaderEntrances"]),

        // Tests: one target a module.
        .target(
            name: "TestSupport", dependencies: ["Diagnostics", "Drawing"], path: "Tests/TestSupport",
            swiftSettings: strict),
        tests("DiagnosticsTests", imports: ["Diagnostics"]),
        tests("ChecksumsTests", imports: ["Checksums"]),
        tests("ArchivesTests", imports: ["Archives"]),
        tests("MathematicsTests", imports: ["Mathematics"]),
        tests("ResultsTests", imports: ["Results"]),
        tests("DrawingTests", imports: ["Drawing"]),
        tests("StudyFilesTests", imports: ["StudyFiles", "Diagnostics", "Results"]),
        tests("DataReadingTests", imports: ["DataReading", "Archives", "StudyFiles", "Diagnostics"]),
        tests("CohortBuildingTests", imports: ["CohortBuilding", "StudyFiles", "Diagnostics", "Results"]),
        tests(
            "DatabasesTests",
            imports: ["Databases", "StudyFiles", "CohortBuilding", "Analysis", "Results", "Diagnostics"]),
        tests(
            "SurvivalStatisticsTests",
            imports: ["SurvivalStatistics", "Mathematics", "Results", "Validation"]),
        tests("ValidationTests", imports: ["Validation", "Diagnostics"]),
        tests(
            "AnalysisTests",
            imports: ["Analysis", "CohortBuilding", "StudyFiles", "SurvivalStatistics", "Results", "Diagnostics"]),
        tests(
            "StudyDraftingTests", imports: ["StudyDrafting", "CohortBuilding", "StudyFiles", "Results", "Diagnostics"]),
        tests("StylingTests", imports: ["Styling", "Results"]),
        tests("FiguresTests", imports: ["Figures", "Drawing", "Styling", "Results"]),
        tests(
            "GalleryTests",
            imports: [
                "StudyFiles", "CohortBuilding", "Analysis", "Figures", "Drawing", "Styling", "Results", "Diagnostics",
            ]),
        tests("CairoRenderingTests", imports: ["CairoRendering", "CCairo", "CIgzip", "Drawing"]),
        tests("TemplatingTests", imports: ["Templating", "Diagnostics"]),
        tests("TablesTests", imports: ["Tables", "Styling", "Results"]),
        tests("DocumentsTests", imports: ["Archives", "Checksums", "Documents", "Tables", "Drawing"]),
        tests("ProseTests", imports: ["Prose", "Templating", "Styling", "Results", "Diagnostics"]),
        tests(
            "ComparingTests",
            imports: ["Comparing", "Results", "Styling", "Tables", "Documents"]),
        tests(
            "BundlingTests",
            imports: [
                "Archives", "Bundling", "Documents", "Drawing", "Prose", "Results", "Styling", "Tables", "Templating",
            ]),
        tests("ManuscriptReadingTests", imports: ["ManuscriptReading", "Archives"]),
        tests("AuditingTests", imports: ["Auditing", "ManuscriptReading"]),
        tests("PreviewingTests", imports: ["Previewing"]),
        tests(
            "GreenwoodTests",
            imports: [
                "greenwood", "Archives", "Auditing", "Checksums", "CohortBuilding", "ManuscriptReading", "Bundling",
                "CairoRendering", "Comparing",
                "Diagnostics",
                "Drawing", "Prose", "Results", "StudyFiles", "Styling",
                argumentParser,
            ]),
    ]
)
