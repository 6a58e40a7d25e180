import Diagnostics
import Testing

@Suite struct PasswordMaskTests {
    @Test(arguments: [
        ("source: postgres://reader:s3cret@db/registry", "source: postgres://reader:******@db/registry"),
        ("postgresql://:p@db", "postgresql://:*@db"),
        // A password may hold blanks, slashes and further '@'.
        ("postgres://u:a b/c@d@db/r", "postgres://u:*******@db/r"),
        ("postgres://db/r?password=s3cret&sslmode=require", "postgres://db/r?password=******&sslmode=require"),
        ("one line\nx postgres://u:pw@db\nlast: a@b", "one line\nx postgres://u:**@db\nlast: a@b"),
        // Nothing to cover.
        ("postgres://reader@db:5432/registry", "postgres://reader@db:5432/registry"),
        ("mail: a:b@example.org", "mail: a:b@example.org"),
        ("asks for a password: no password supplied", "asks for a password: no password supplied"),
    ])
    func passwordsAreCovered(text: String, covered: String) {
        #expect(withoutPasswords(text) == covered)
        #expect(withoutPasswords(text).count == text.count)
    }
}
