// swift-tools-version: 6.2
import PackageDescription

// A package of its own that uses the estimators and the figures of Greenwood. Elsewhere the dependency is an address with a
// version in place of this path.
let package = Package(
    name: "survival-curve",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "greenwood", path: "../..")],
    targets: [
        .executableTarget(
            name: "SurvivalCurve",
            dependencies: [
                .product(name: "SurvivalStatistics", package: "greenwood"),
                .product(name: "Figures", package: "greenwood"),
            ])
    ]
)
