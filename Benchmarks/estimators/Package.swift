// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "estimator-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "greenwood", path: "../..")],
    targets: [
        .executableTarget(
            name: "EstimatorBenchmarks", dependencies: [.product(name: "SurvivalStatistics", package: "greenwood")])
    ]
)
