import StudyFiles

extension Expression {
    /// The expression in R, where `d` holds the patients with every name as a column. Numbers are numbers and everything
    /// else is text; a comparison with a quoted number reads it as the other side is.
    func inR(isNumber: (String) -> Bool) -> String {
        func operand(_ expression: Expression) -> String { expression.inR(isNumber: isNumber) }
        switch self {
        case .number(let number, _): return rNumber(number)
        case .text(let text, _): return rText(text)
        case .name(let name): return rColumn(name.value)
        case .missing(let name, let isMissing): return "\(isMissing ? "" : "!")is.na(\(rColumn(name.value)))"
        case .member(let subject, let list, let isMember):
            let items = list.map { rLiteral($0, beside: subject, isNumber) }.joined(separator: ", ")
            let test = "(\(operand(subject)) %in% c(\(items)))"
            return "ifelse(is.na(\(operand(subject))), NA, \(isMember ? test : "!" + test))"
        case .includes(let name, let answer): return "includes(\(rColumn(name.value)), \(rText(answer.value)))"
        case .not(let inner): return "!(\(operand(inner)))"
        case .negate(let inner): return "-(\(operand(inner)))"
        case .binary(let operation, let left, let right):
            let sign =
                switch operation {
                case .or: "|"
                case .and: "&"
                default: operation.rawValue
                }
            let (first, second) =
                switch operation {
                case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
                    (rLiteral(left, beside: right, isNumber), rLiteral(right, beside: left, isNumber))
                default: (operand(left), operand(right))
                }
            return "(\(first) \(sign) \(second))"
        }
    }
}

extension Expression {
    /// The columns that are read as numbers: those beside a number, and those that are reckoned with. Every other cell of a
    /// file is text.
    var numericNames: Set<String> {
        switch self {
        case .number, .text, .name, .missing, .includes: []
        case .not(let inner): inner.numericNames
        case .negate(let inner): Set(inner.names.map(\.value))
        case .member(let subject, let list, _):
            list.contains(where: \.isNumeric) ? Set(subject.names.map(\.value)) : subject.numericNames
        case .binary(let operation, let left, let right):
            switch operation {
            case .or, .and: left.numericNames.union(right.numericNames)
            case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
                left.isNumeric || right.isNumeric ? Set(names.map(\.value)) : []
            case .add, .subtract, .multiply, .divide, .power: Set(names.map(\.value))
            }
        }
    }

    /// Whether it is a number or reckoned from some.
    private var isNumeric: Bool {
        switch self {
        case .number, .negate: true
        case .binary(let operation, _, _): [.add, .subtract, .multiply, .divide, .power].contains(operation)
        case .text, .name, .missing, .member, .includes, .not: false
        }
    }
}

/// A literal as the other side of a comparison needs it: `"60"` beside numbers is 60.
private func rLiteral(_ expression: Expression, beside other: Expression, _ isNumber: (String) -> Bool) -> String {
    if case .text(let text, _) = expression, case .name(let name) = other, isNumber(name.value), Double(text) != nil {
        return text
    }
    if case .number(let number, _) = expression, case .name(let name) = other, !isNumber(name.value) {
        return rText(rNumber(number))
    }
    return expression.inR(isNumber: isNumber)
}

/// A column of the patients.
func rColumn(_ name: String) -> String { "d[[\(rText(name))]]" }

/// A number that R reads as the same.
func rNumber(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15 ? String(Int(number)) : "\(number)"
}

/// A text in quotation marks, with what could end it escaped.
func rText(_ text: String) -> String {
    var quoted: [UInt8] = []
    appendR(text, to: &quoted)
    return String(decoding: quoted, as: UTF8.self)
}

/// Appends a text in quotation marks to a script.
func appendR(_ text: String, to script: inout [UInt8]) {
    script.append(UInt8(ascii: "\""))
    if text.utf8.contains(where: isEscaped) {
        for byte in text.utf8 { appendR(byte, to: &script) }
    } else {
        script += text.utf8
    }
    script.append(UInt8(ascii: "\""))
}

private func appendR(_ byte: UInt8, to script: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "\""): script += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "\n"): script += "\\n".utf8
    case UInt8(ascii: "\r"): script += "\\r".utf8
    case UInt8(ascii: "\t"): script += "\\t".utf8
    // Other control characters have no place in a text.
    case 0..<0x20: break
    default: script.append(byte)
    }
}

/// Whether a byte of a text may not stand between quotation marks. Hardly a text has one.
private func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
}

/// Texts as a vector.
func rTexts(_ texts: [String]) -> String { "c(\(texts.map(rText).joined(separator: ", ")))" }
