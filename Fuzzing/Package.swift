// swift-tools-version: 6.2
import PackageDescription

// A package of its own: only here is the program built with the fuzzer's instruments (scripts/fuzz.sh).
let package = Package(
    name: "fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "greenwood", path: "..")],
    targets: [
        .executableTarget(
            name: "fuzz", dependencies: [.product(name: "ReaderEntrances", package: "greenwood")],
            swiftSettings: [.unsafeFlags(["-parse-as-library"])])
    ]
)
