import Diagnostics
import Foundation
import Testing

/// The examples of the pages about messages are true: the first gives exactly the message shown, the mended one none.
@Suite struct MessagePageTests {
    @Test(arguments: [
        DiagnosticID.yamlSyntax, .duplicateYAMLKey, .unsupportedVersion, .unknownKey, .missingKey, .wrongType,
        .unknownValue, .outOfRange, .conflictingKeys, .duplicateName, .expressionSyntax, .unknownName, .unsuitableName,
        .notTwoArms, .passwordInStudy,
    ])
    func examplesAreTrue(id: DiagnosticID) throws {
        let path = "Sources/greenwood/Greenwood.docc/Messages/\(id.rawValue).md"
        let page = try studyText(path)
        let blocks = page.components(separatedBy: "```")
        try #require(blocks.count == 7, "\(path) shows an example, its message and the mended example")
        let (example, message, mended) = (content(of: blocks[1]), content(of: blocks[3]), content(of: blocks[5]))
        #expect(message.contains("[\(id.rawValue)]"))
        expectFaults(in: whole(example), message.trimmingCharacters(in: .newlines))
        _ = try readSound(whole(mended))
    }

    /// A block without the word that names its language.
    private func content(of block: String) -> String {
        String(block.drop { $0 != "\n" }.dropFirst())
    }

    /// A part of a study file stands behind the usual beginning.
    private func whole(_ example: String) -> String {
        example.hasPrefix("greenwood:") ? example : head + example
    }
}
