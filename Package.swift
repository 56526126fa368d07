// swift-tools-version: 6.2
import PackageDescription

// Arrows point at what is imported; the graph is acyclic. See docs/architecture.md.
let package = Package(
  name: "relire",
  products: [
    .executable(name: "relire", targets: ["relire"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CMd4c", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CDictionaries"),
    .target(name: "CCharacterReferences"),

    .target(name: "RelireModel"),
    .target(
      name: "RelireDocuments",
      dependencies: ["RelireModel", "CMd4c", "CLibYAML", "CCharacterReferences"]),
    .target(name: "CLanguageCodes"),
    .target(name: "RelireAccessibility", dependencies: ["RelireDocuments", "CLanguageCodes"]),
    .target(name: "RelireSite", dependencies: ["RelireDocuments"]),
    .target(name: "RelireLexicon", dependencies: ["RelireModel", "CDictionaries"]),
    .target(name: "RelireRules", dependencies: ["RelireDocuments", "RelireAccessibility", "RelireSite", "RelireLexicon"]),
    .target(name: "RelireEngine", dependencies: ["RelireRules"]),
    .target(name: "RelireReporters", dependencies: ["RelireModel"]),
    .executableTarget(
      name: "relire",
      dependencies: [
        "RelireEngine", "RelireReporters",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "relire-dev",
      dependencies: [
        "RelireEngine", "RelireReporters", "CMd4c", "CLibXML2",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "RelireModelTests", dependencies: ["RelireModel"]),
    .testTarget(name: "RelireDocumentsTests", dependencies: ["RelireDocuments", "CLibXML2"]),
    .testTarget(name: "RelireAccessibilityTests", dependencies: ["RelireAccessibility"]),
    .testTarget(name: "RelireLexiconTests", dependencies: ["RelireLexicon"]),
    .testTarget(name: "RelireSiteTests", dependencies: ["RelireSite"]),
    .testTarget(name: "RelireRulesTests", dependencies: ["RelireRules"]),
    .testTarget(name: "RelireEngineTests", dependencies: ["RelireEngine"]),
    .testTarget(name: "RelireReportersTests", dependencies: ["RelireReporters"], exclude: ["Golden", "Schemas"]),
    .testTarget(name: "CommandTests", dependencies: ["relire", "RelireEngine"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
