internal import ArgumentParser
internal import Bundling
internal import Foundation
internal import Previewing
internal import Results
internal import StudyFiles

/// A study that is built again whenever one of its files changes.
struct WatchedStudy: Sendable {
    let path: String
    let folder: String
    let options: OutputOptions

    /// What came of a build so far.
    struct Outcome {
        /// The page; nil where something was at fault.
        var report: [UInt8]?
        var messages = ""
        var changes = ""
        /// The files that the study names; nil where it could not be read.
        var files: [String]?
    }

    /// Builds now and after every change, for ever.
    func follow(showing state: PreviewState) async {
        var watch = FileWatch()
        var files = [path, folderName(of: path)] + templates
        watch.watch(files)
        while !Task.isCancelled {
            let named = await build(showing: state)
            if let named { files = [path, folderName(of: path)] + named + templates }
            await waitForChange(&watch, of: files)
        }
    }

    /// Builds once: the page first, which someone waits for, then the bundle with all its files. The bundle changes only where
    /// all is well. Gives the files that the study names.
    @discardableResult
    func build(showing state: PreviewState) async -> [String]? {
        let start = ContinuousClock.now
        let session = Session(showsProgress: false)
        var (outcome, laidOut) = prepare(in: session)
        guard let page = outcome.report, let laidOut else {
            await state.show(faults: outcome.messages)
            say([outcome.messages, "at fault after \(milliseconds(since: start)) ms; the bundle is as it was"])
            return outcome.files
        }
        await state.show(report: page, messages: outcome.messages, changes: "")
        let shown = milliseconds(since: start)
        do {
            outcome.changes = try session.write(laidOut, into: folder, replacing: options.replace).changes
            if !outcome.changes.isEmpty { await state.show(changes: outcome.changes) }
            say([
                outcome.messages, outcome.changes.trimmingCharacters(in: .newlines),
                "shown after \(shown) ms, made \(folder) after \(milliseconds(since: start)) ms",
            ])
        } catch {
            let reason = error is ExitCode ? session.messages : "\(error)"
            await state.show(faults: reason)
            say([reason, "\(folder) can't be written and is as it was"])
        }
        return outcome.files
    }

    /// Reads, analyses and lays out the study, and makes its page.
    private func prepare(in session: Session) -> (Outcome, Session.LaidOutBundle?) {
        var outcome = Outcome()
        guard let loaded = session.load(path) else { return (Outcome(messages: session.messages), nil) }
        let manuscript = loaded.study.manuscript
        let named =
            loaded.study.dataFiles.filter { $0.database == nil }.map(\.path.value)
            + loaded.provenance.inputs.filter { $0.role == "style" }.map(\.path)
            + [manuscript.published, manuscript.referenceDocument].compactMap(\.self)
        outcome.files = named.map { join(folderName(of: path), $0) } + [options.style].compactMap(\.self)
        var results = session.analyze(loaded)
        do {
            try session.restyle(&results, by: options)
            let laidOut = try session.layOutBundle(
                of: results, templatesBeside: folderName(of: path), nameLocation: loaded.study.templateLocation)
            outcome.report = laidOut.bundle.report().bytes
            outcome.messages = session.messages
            return (outcome, laidOut)
        } catch {
            outcome.messages = error is ExitCode ? session.messages : "\(error)"
            return (outcome, nil)
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

    private func milliseconds(since start: ContinuousClock.Instant) -> Int {
        Int((ContinuousClock.now - start) / .milliseconds(1))
    }

    private func say(_ parts: [String]) {
        print(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
        fflush(nil)
    }
}
