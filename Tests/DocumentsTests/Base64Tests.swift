import Testing

@testable import Documents

@Suite("Base 64")
struct Base64Tests {
    @Test(
        "the examples of RFC 4648",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func letters(message: String, expected: String) {
        #expect(base64(Array(message.utf8)) == expected)
    }
}
