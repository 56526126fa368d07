// swift-tools-version: 6.2
import PackageDescription

// Arrows point at what is imported; the graph is acyclic. See docs/architecture.md. Every module that a target imports
// is named: what is not named is not built anew when only its layout changes.
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
    .systemLibrary(name: "CMalloc"),
    .target(name: "CDictionaries"),
    .target(name: "CCharacterReferences"),

    .target(name: "RelireModel"),
    .target(
      name: "RelireDocuments",
      dependencies: ["RelireModel", "CMd4c", "CLibYAML", "CCharacterReferences"]),
    .target(name: "CLanguageCodes"),
    .target(name: "RelireAccessibility", dependencies: ["RelireModel", "RelireDocuments", "CLanguageCodes"]),
    .target(name: "RelireSite", dependencies: ["RelireModel", "RelireDocuments"]),
    .target(name: "RelireLexicon", dependencies: ["RelireModel", "CDictionaries"]),
    .target(
      name: "RelireRules",
      dependencies: ["RelireModel", "RelireDocuments", "RelireAccessibility", "RelireSite", "RelireLexicon"]),
    .target(
      name: "RelireEngine",
      dependencies: ["RelireModel", "RelireDocuments", "RelireSite", "RelireLexicon", "RelireRules"]),
    .target(name: "RelireReporters", dependencies: ["RelireModel"]),
    .executableTarget(
      name: "relire",
      dependencies: [
        "RelireModel", "RelireLexicon", "RelireRules", "RelireEngine", "RelireReporters",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "relire-dev",
      dependencies: [
        "RelireModel", "RelireDocuments", "RelireAccessibility", "RelireLexicon", "RelireRules", "RelireEngine",
        "RelireReporters", "CMalloc", "CMd4c", "CLibXML2",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "RelireModelTests", dependencies: ["RelireModel", "TestSupport"]),
    .testTarget(
      name: "RelireDocumentsTests", dependencies: ["RelireModel", "RelireDocuments", "CLibXML2", "TestSupport"]),
    .testTarget(
      name: "RelireAccessibilityTests", dependencies: ["RelireModel", "RelireDocuments", "RelireAccessibility"]),
    .testTarget(name: "RelireLexiconTests", dependencies: ["RelireModel", "RelireLexicon"]),
    .testTarget(
      name: "RelireSiteTests", dependencies: ["RelireModel", "RelireDocuments", "RelireSite", "TestSupport"]),
    .testTarget(
      name: "RelireRulesTests",
      dependencies: ["RelireModel", "RelireDocuments", "RelireSite", "RelireLexicon", "RelireRules", "TestSupport"]),
    .testTarget(
      name: "RelireEngineTests",
      dependencies: ["RelireModel", "RelireDocuments", "RelireRules", "RelireEngine", "TestSupport"]),
    .testTarget(
      name: "RelireReportersTests", dependencies: ["RelireModel", "RelireReporters"], exclude: ["Golden", "Schemas"]),
    .testTarget(name: "CommandTests", dependencies: ["relire", "RelireEngine"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
