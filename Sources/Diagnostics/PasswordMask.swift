/// The text with the password of each database's address covered, each of its characters by a `*`.
///
/// A password in a study file is refused, but any other fault of its line would show the line. Where a password ends is
/// a matter of guessing (it may hold blanks, quotes and `@`), so in each line all from the first colon of the address to
/// the last `@` is covered, and all of a parameter that is called `password`. Lengths stay, and carets under the text
/// with them.
public func withoutPasswords(_ text: String) -> String {
    guard text.contains("://") || text.contains("password") else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { withoutParameter(withoutUserPassword(String($0))) }
        .joined(separator: "\n")
}

private func withoutUserPassword(_ line: String) -> String {
    var characters = Array(line)
    guard
        let scheme = ["postgres://", "postgresql://"].compactMap({ position(of: $0, in: characters, from: 0) }).min(),
        let last = characters.lastIndex(of: "@"), scheme < last,
        let colon = characters[scheme..<last].firstIndex(of: ":")
    else { return line }
    for index in (colon + 1)..<last { characters[index] = "*" }
    return String(characters)
}

private func withoutParameter(_ line: String) -> String {
    var characters = Array(line)
    var start = 0
    while let found = position(of: "password=", in: characters, from: start) {
        start = found
        while start < characters.count, !#"&"' ,}"#.contains(characters[start]) {
            characters[start] = "*"
            start += 1
        }
    }
    return String(characters)
}

/// Where a word ends that is found from a place on.
private func position(of word: String, in characters: [Character], from start: Int) -> Int? {
    let word = Array(word)
    guard characters.count >= word.count else { return nil }
    return (start...max(start, characters.count - word.count)).first {
        $0 + word.count <= characters.count && characters[$0..<($0 + word.count)].elementsEqual(word)
    }.map { $0 + word.count }
}
