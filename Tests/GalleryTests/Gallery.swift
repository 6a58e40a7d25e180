import Analysis
import CohortBuilding
import Diagnostics
import Drawing
import Figures
import Foundation
import Results
import StudyFiles
import Styling
import TestSupport
import Testing

/// The studies of the gallery, analysed and drawn once for all tests.
struct Gallery {
    struct Figure: Sendable, CustomTestStringConvertible {
        var study: String
        var result: FigureResult
        var results: StudyResults
        var scene: Scene

        var name: String { "\(study)-\(result.id)" }
        var testDescription: String { name }
    }

    static let studies = ["cohort", "edge", "extremes", "three"]
    static let folder = "\(repositoryRoot)/studies/gallery"
    static var text: FixedWidthText { FixedWidthText() }

    /// Every figure of every study; none of a study at fault.
    static let figures: [Figure] = studies.flatMap { (try? figures(of: $0)) ?? [] }

    static func figures(of study: String, style: HouseStyle = .plain) throws -> [Figure] {
        let results = try withPages(results(of: study), style: style, measuring: text)
        return try results.figures.map { figure in
            Figure(
                study: study, result: figure, results: results,
                scene: try scene(of: figure, in: results, style: style, measuring: text))
        }
    }

    static func results(of name: String) throws -> StudyResults {
        let sink = DiagnosticSink()
        let path = "\(folder)/\(name).yaml"
        let source = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        guard let study = readStudy(source, file: path, reporting: sink),
            let cohort = buildCohort(
                for: study,
                reading: { file in [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\(file)"))) },
                reporting: sink)
        else { throw GalleryFault(description: rendered(sink)) }
        let results = analyze(
            cohort, as: study, provenance: Provenance(program: "greenwood", inputs: []), reporting: sink)
        if sink.hasErrors { throw GalleryFault(description: rendered(sink)) }
        return results
    }
}

struct GalleryFault: Error, CustomStringConvertible {
    var description: String
}
