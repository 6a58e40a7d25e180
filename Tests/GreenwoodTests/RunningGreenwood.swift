import Foundation

/// Runs the program as a process: its exit code, and what it prints to standard output and standard error together.
func runGreenwood(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
        .appending(path: "greenwood")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
}
