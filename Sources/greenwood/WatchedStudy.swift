internal import ArgumentParser
internal import Comparing
internal import Foundation
internal import Previewing
internal import Results
internal import StudyFiles

/// A study that is built again whenever one of its files changes.
struct WatchedStudy: Sendable {
    let path: String
    let folder: String
    let options: OutputOptions

    /// What came of a build.
    struct Outcome {
        /// The page; nil where something was at fault.
        var report: [UInt8]?
        var messages: String
        var changes: String
        /// The files that the study names; nil where it could not be read.
        var files: [String]?
    }

    /// Builds now and after every change, for ever.
    func follow(showing state: PreviewState) async {
        var watch = FileWatch()
        var files = [path, folderName(of: path)] + templates
        watch.watch(files)
        while !Task.isCancelled {
            let start = ContinuousClock.now
            let outcome = build()
            if let report = outcome.report {
                await state.show(report: report, messages: outcome.messages, changes: outcome.changes)
            } else {
                await state.show(faults: outcome.messages)
            }
            say(outcome, after: ContinuousClock.now - start)
            if let named = outcome.files { files = [path, folderName(of: path)] + named + templates }
            await waitForChange(&watch, of: files)
        }
    }

    /// Waits until something changed and then until nothing does: an editor saves in several steps.
    private func waitForChange(_ watch: inout FileWatch, of files: [String]) async {
        // What changed while the build ran must not be lost, so the old files are looked at before the new ones.
        var hasChanged = watch.hasChanged()
        watch.watch(files)
        while !hasChanged, !Task.isCancelled {
            try? await Task.sleep(for: FileWatch.interval)
            hasChanged = watch.hasChanged()
        }
        repeat { try? await Task.sleep(for: FileWatch.interval) } while watch.hasChanged() && !Task.isCancelled
    }

    /// Templates stand beside the study.
    private var templates: [String] {
        let folder = folderName(of: path)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".md") }.sorted().map { join(folder, $0) }
    }

    /// Builds once; the bundle changes only where all is well.
    func build() -> Outcome {
        let session = Session(showsProgress: false)
        var outcome = Outcome(report: nil, messages: "", changes: "", files: nil)
        guard let loaded = session.load(path) else {
            outcome.messages = session.messages
            return outcome
        }
        let named =
            loaded.study.dataFiles.filter { $0.database == nil }.map(\.path.value)
            + [loaded.study.manuscript.published].compactMap(\.self)
        outcome.files = named.map { join(folderName(of: path), $0) }
        let results = session.analyze(loaded)
        do {
            outcome.changes = try session.makeBundle(
                of: results, templatesBeside: folderName(of: path), nameLocation: loaded.study.templateLocation,
                into: folder, replacing: options.replace
            ).changes
            outcome.report = try readFile(join(folder, "report.html"))
        } catch is ExitCode {
            // The messages say what is at fault.
        } catch {
            outcome.messages = "\(error)"
            return outcome
        }
        outcome.messages = session.messages
        return outcome
    }

    private func say(_ outcome: Outcome, after time: Duration) {
        let milliseconds = Int(time / .milliseconds(1))
        let verdict = outcome.report == nil ? "at fault; the bundle is as it was" : "made \(folder)"
        let parts = [outcome.messages, outcome.changes.trimmingCharacters(in: .newlines)].filter { !$0.isEmpty }
        print((parts + ["\(verdict) in \(milliseconds) ms"]).joined(separator: "\n"))
        fflush(nil)
    }
}
