// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "model-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "greenwood", path: "../..")],
    targets: [
        .executableTarget(
            name: "ModelBenchmarks", dependencies: [.product(name: "SurvivalStatistics", package: "greenwood")])
    ]
)
