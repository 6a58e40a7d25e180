internal import Bundling
internal import Foundation
internal import Results
internal import Templating

extension Session {
    /// The templates of results: those of a folder, then those that the program brings along.
    ///
    /// The files of a bundle are no templates: its manuscript may have the name of the template that it was made from.
    func templates(of results: StudyResults, beside folder: String) -> LayeredTemplates {
        let made = BundleFolder(path: folder.isEmpty ? "." : folder).manifest?.outputs.map(\.path) ?? []
        return LayeredTemplates([
            FolderTemplates(folder: folder, except: Set(made)), BuiltInTemplates(language: results.study.language),
        ])
    }

    /// What to say where results are read from a bundle, which holds their text and not the study's own template of it; nil where
    /// the template is there or the folder is no bundle.
    func templateMissing(
        of results: StudyResults, inBundle folder: String
    ) -> (summary: String, help: String)? {
        let folder = folder.isEmpty ? "." : folder
        let name = results.manuscript.template
        guard BundleFolder(path: folder).manifest != nil else { return nil }
        do throws(TemplateLoadingError) {
            guard try templates(of: results, beside: folder).source(named: name) == nil else { return nil }
        } catch {
            // Whoever reads it says what is wrong with it.
            return nil
        }
        return (
            "template '\(name)' isn't in '\(folder)', which is a bundle: it holds the text that was made, not what it was made from",
            "name the folder of the study's own templates with --templates"
        )
    }
}
