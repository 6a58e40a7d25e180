internal import ArgumentParser
internal import Dispatch
internal import Foundation
internal import Previewing

/// `greenwood watch`: builds again whenever the study, its data or its templates change, and shows the report.
struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Rebuild on every change and show the report in a browser.",
        discussion: """
            Builds the bundle, serves its report on this machine only (127.0.0.1), and builds again whenever the study \
            file, a data file or a template is saved. The page follows by itself and keeps its place. Where something is at \
            fault, the page shows the messages above the last good report, and the bundle stays as it was.

            Ends with Control-C.
            """,
        aliases: ["preview"])

    @Argument(help: "The study file.", completion: .file(extensions: ["yaml", "yml"]))
    var study: String

    @Option(help: "The port of the page; 0 takes any that is free.")
    var port: UInt16 = 8470

    @Flag(help: "Open the page in the browser.")
    var open = false

    @OptionGroup var output: OutputOptions

    mutating func run() throws {
        let state = PreviewState()
        let builder = WatchedStudy(
            path: study, folder: output.folder ?? defaultOutputFolder(forStudy: study), options: output)
        let (port, opens) = (port, open)
        let server: PreviewServer
        do {
            server = try PreviewServer(showing: state, port: port)
        } catch {
            throw ValidationError("port \(port) can't be used: \(error)")
        }
        let ended = DispatchSemaphore(value: 0)
        Task.detached {
            do {
                try await server.run { address in
                    print("\(address) shows \(builder.path); Control-C ends")
                    // Output to a pipe would otherwise wait for more.
                    fflush(nil)
                    if opens { openInBrowser(address) }
                }
            } catch {
                FileHandle.standardError.write(Data("the page can't be served on port \(port): \(error)\n".utf8))
            }
            ended.signal()
        }
        Task.detached { await builder.follow(showing: state) }
        ended.wait()
        throw ExitCode(Exit.fault)
    }
}

/// Opens an address with the system's own program for it; a system without one shows the address only.
private func openInBrowser(_ address: String) {
    let process = Process()
    #if canImport(Darwin)
        process.executableURL = URL(filePath: "/usr/bin/open")
        process.arguments = [address]
    #else
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["xdg-open", address]
        process.standardError = FileHandle.nullDevice
    #endif
    try? process.run()
}
