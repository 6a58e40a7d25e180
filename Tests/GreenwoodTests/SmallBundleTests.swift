import Foundation
import TestSupport
import Testing

/// Bundles of studies of a few lines, made by the program itself.
@Suite struct SmallBundleTests {
    /// Writes files to a folder of their own and builds the study among them.
    private func build(_ files: [String: Data]) throws -> (bundle: URL, output: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "greenwood-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, content) in files { try content.write(to: folder.appending(path: name)) }
        let bundle = folder.appending(path: "output")
        let run = try runGreenwood(["build", folder.appending(path: "study.yaml").path, "-o", bundle.path])
        #expect(run.code == 0, "\(run.output)")
        return (bundle, run.output)
    }

    private func text(_ name: String, in bundle: URL) throws -> String {
        String(decoding: try Data(contentsOf: bundle.appending(path: name)), as: UTF8.self)
    }

    private func dataFile(_ name: String) throws -> Data {
        try Data(contentsOf: URL(filePath: "\(repositoryRoot)/Tests/DataFiles/\(name)"))
    }

    /// The formats that label the values are as much an input as the values.
    @Test func aCatalogueIsInTheManifestWithItsChecksum() throws {
        let (bundle, _) = try build([
            "study.yaml": Data(
                """
                greenwood: 1
                study: { title: A data set of SAS, synthetic: true }
                data: { patients: { file: labelled.sas7bdat, catalog: formats.sas7bcat, key: id } }
                tables:
                  - { id: baseline, kind: baseline, caption: Patients., rows: [sex] }
                """.utf8),
            "labelled.sas7bdat": try dataFile("labelled.sas7bdat"),
            "formats.sas7bcat": try dataFile("formats.sas7bcat"),
        ])
        defer { try? FileManager.default.removeItem(at: bundle.deletingLastPathComponent()) }
        let manifest = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: bundle.appending(path: "manifest.json")))
                as? [String: Any])
        let inputs = try #require(manifest["inputs"] as? [[String: Any]])
        let catalogue = try #require(inputs.first { $0["path"] as? String == "formats.sas7bcat" })
        #expect(catalogue["role"] as? String == "patients catalog")
        // sha256sum Tests/DataFiles/formats.sas7bcat
        #expect(
            catalogue["sha256"] as? String == "84b9cefb30bd39d48defb0bfeb576d6b153ba6c0463144d0ab1b1220034e52b7")
        // And its labels are in the table.
        #expect(try text("manuscript.md", in: bundle).contains("Female"))
    }

    /// A bundle's manuscript may have the name of the template that it was made from, and is none.
    @Test func aBundlesManuscriptIsNoTemplate() throws {
        let (bundle, _) = try build([
            "study.yaml": Data(
                """
                greenwood: 1
                study: { title: A study, synthetic: true }
                data: { patients: { file: patients.csv, key: id } }
                tables:
                  - { id: baseline, kind: baseline, caption: Patients., rows: [kind] }
                manuscript: { template: manuscript.md }
                """.utf8),
            "patients.csv": Data("id,kind\n1,x\n2,y\n3,x\n".utf8),
            "manuscript.md": Data("There were {{cohort.analysed}} patients.\n".utf8),
        ])
        let study = bundle.deletingLastPathComponent()
        defer { try? FileManager.default.removeItem(at: study) }
        #expect(try text("manuscript.md", in: bundle).contains("There were 3 patients."))
        let missing = """
            template 'manuscript.md' isn't in 'output', which is a bundle: it holds the text that was made, not what it was made \
            from [unknown-template]
            """
        let help = "   help: name the folder of the study's own templates with --templates\n"

        let listed = try runGreenwood(["numbers", "output/results.json"], in: study.path)
        #expect(listed.code == 0)
        #expect(listed.output.hasPrefix("warning: \(missing)\n   note: places in the text are left out\n\(help)"))
        #expect(listed.output.contains("\ncohort.analysed "))
        #expect(!listed.output.contains("manuscript.md:1"))
        let whole = try runGreenwood(["numbers", "output/results.json", "--templates", "."], in: study.path)
        #expect(whole.output.contains("./manuscript.md:1:14") && !whole.output.contains("warning"))

        let refused = try runGreenwood(["render", "output/results.json", "-o", "again"], in: study.path)
        #expect(refused.code != 0)
        #expect(refused.output == "error: \(missing)\n\(help)")
        #expect(!FileManager.default.fileExists(atPath: study.appending(path: "again").path))
        let again = try runGreenwood(
            ["render", "output/results.json", "-o", "again", "--templates", "."], in: study.path)
        #expect(again.code == 0, "\(again.output)")
        #expect(
            try text("manuscript.md", in: study.appending(path: "again")) == text("manuscript.md", in: bundle))
    }

    /// A published value whose result is not told is neither right nor wrong.
    @Test func withheldRowsOfAReproductionAreCountedAsSuch() throws {
        let patients = (1...40).map {
            "\($0),\($0 % 2 == 0 ? "A" : "B"),\($0 <= 2 ? "Rare" : $0 <= 25 ? "Usual" : "Other")"
        }
        let study = """
            greenwood: 1
            study: { title: A study, synthetic: true }
            data: { patients: { file: patients.csv, key: id } }
            arms: { column: arm }
            PRIVACY
            tables:
              - { id: baseline, kind: baseline, caption: Patients., rows: [histology] }
            manuscript: { published: published.csv }
            """
        let published = """
            part,item,published,results,kind,note
            Table 1,Patients,40,cohort.analysed,count,
            Table 1,Rare,3,table.baseline.histology.Rare.total.n,count,
            Table 1,"Usual, A",99,table.baseline.histology.Usual.A.n,count,
            """
        func reproduction(_ privacy: String) throws -> String {
            let (bundle, _) = try build([
                "study.yaml": Data(study.replacing("PRIVACY\n", with: privacy).utf8),
                "patients.csv": Data((["id,arm,histology"] + patients).joined(separator: "\n").utf8),
                "published.csv": Data(published.utf8),
            ])
            defer { try? FileManager.default.removeItem(at: bundle.deletingLastPathComponent()) }
            // Tables in Markdown are padded.
            return try text("reproduction.md", in: bundle).replacing(#/[ ]+/#, with: " ")
        }
        let told = try reproduction("")
        #expect(told.contains("Of 3 published values, 1 is reproduced exactly, 0 closely, and 2 are off."))
        #expect(!told.contains("ithheld"))
        let protected = try reproduction("privacy: { minimum_cell: 6 }\n")
        #expect(
            protected.contains(
                "Of 3 published values, 1 is reproduced exactly, 0 closely, and 1 is off; 1 is withheld."))
        #expect(protected.contains("Withheld: the result is not given, because it would tell of few patients"))
        #expect(protected.contains("| Part | Values | exact | close | off | withheld |"))
        #expect(protected.contains("| Rare | 3 | \\[withheld\\] | withheld |"))
        // What is withheld is not among the differences to be explained.
        #expect(!protected.contains("Table 1, Rare: published"))
        #expect(protected.contains("Table 1, Usual, A: published 99"))
    }
}
