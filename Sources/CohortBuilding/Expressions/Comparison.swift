internal import Diagnostics
internal import StudyFiles

extension ExpressionEvaluator {
    /// Compares two expressions; nil, with a message, where they cannot be compared.
    ///
    /// Numbers are compared with numbers, dates with dates, text with text for equality. A literal takes the other
    /// side's type where it can: `"60"` beside numbers is 60, `"2024-01-31"` beside dates is a day, and a number beside
    /// text equals the texts that show that number.
    func comparison(
        _ operation: Expression.BinaryOperator, _ left: Expression, _ right: Expression
    ) -> [Bool?]? {
        let (first, second) = (values(left), values(right))
        guard let first, let second else { return nil }
        return compared(
            operation, Operand(expression: left, values: first), Operand(expression: right, values: second))
    }

    /// Whether each patient's value equals one of a list.
    func membership(_ operand: Expression, _ list: [Expression], isMember: Bool) -> [Bool?]? {
        guard let values = values(operand) else { return nil }
        var result = [Bool?](repeating: false, count: rows.count)
        var isSound = true
        for item in list {
            guard let other = self.values(item),
                let equals = compared(
                    .equal, Operand(expression: operand, values: values), Operand(expression: item, values: other))
            else {
                isSound = false
                continue
            }
            for index in result.indices {
                if result[index] == true || equals[index] == true {
                    result[index] = true
                } else if equals[index] == nil {
                    result[index] = nil
                }
            }
        }
        guard isSound else { return nil }
        return result.map { $0.map { $0 == isMember } }
    }

    /// One side of a comparison.
    private struct Operand {
        var expression: Expression
        var values: ExpressionValues

        /// The text of a literal.
        var text: String? {
            if case .text(let text, _) = expression { return text }
            return nil
        }

        /// The name of a variable or column.
        var name: String? {
            if case .name(let name) = expression { return name.value }
            return nil
        }
    }

    private func compared(
        _ operation: Expression.BinaryOperator, _ left: Operand, _ right: Operand
    ) -> [Bool?]? {
        switch (left.values, right.values) {
        case (.allMissing, _), (_, .allMissing): return Array(repeating: nil, count: rows.count)
        case (.texts(let a), .texts(let b)): return comparedTexts(operation, left, a, right, b)
        default: break
        }
        if let result = matched(operation, left, right) ?? matched(operation.mirrored, right, left) { return result }
        return wrongType(
            right.expression, right.values,
            need: "'\(operation.rawValue)' needs two of a kind, \(left.expression.sentence(left.values))")
    }

    /// Compares two sides of one type, or numbers and dates with what the other side can be taken for; nil for others.
    private func matched(
        _ operation: Expression.BinaryOperator, _ left: Operand, _ right: Operand
    ) -> [Bool?]? {
        switch (left.values, right.values) {
        case (.numbers(let a), .numbers(let b)): return ordered(operation, a, b)
        case (.dates(let a), .dates(let b)): return ordered(operation, a, b)
        case (.numbers(let a), .texts(let b)):
            if let number = right.text.flatMap(NumberCell.init) {
                return ordered(operation, a, Array(repeating: number.value, count: rows.count))
            }
            guard right.name != nil, left.name == nil, operation.isEquality else { return nil }
            return comparedWithNumber(operation, right, b, left, a)
        case (.dates(let a), .texts):
            return right.text.flatMap { DateCell($0).day }.map { day in
                ordered(operation, a, Array(repeating: day, count: rows.count))
            }
        default: return nil
        }
    }

    private func comparedTexts(
        _ operation: Expression.BinaryOperator, _ left: Operand, _ a: [String?], _ right: Operand, _ b: [String?]
    ) -> [Bool?]? {
        if operation.isEquality {
            if left.text != nil, right.name != nil { return comparedTexts(operation, right, b, left, a) }
            let meant = right.text.map { Array(repeating: meaning(of: $0, in: left), count: rows.count) } ?? b
            if let text = right.text { warnIfAbsent(text, from: a, of: left, at: right.expression.origin) }
            return zip(a, meant).map { first, second in
                guard let first, let second else { return nil }
                return (first == second) == (operation == .equal)
            }
        }
        // Text that is put in order beside a day must be a column of dates with a fault in it.
        if let day = right.text.flatMap({ DateCell($0).day }), let column = column(of: left) {
            return ordered(operation, rows.days(column, reporter), Array(repeating: day, count: rows.count))
        }
        if left.text.flatMap({ DateCell($0).day }) != nil, column(of: right) != nil {
            return comparedTexts(operation.mirrored, right, b, left, a)
        }
        return wrongType(
            left.name == nil ? right.expression : left.expression, left.values,
            need: "'\(operation.rawValue)' compares numbers or dates",
            help: ["compare text by '==', '!=' or 'in [...]'"])
    }

    /// Compares text with a number: equal are the texts, or the codes for them, that show this number.
    private func comparedWithNumber(
        _ operation: Expression.BinaryOperator, _ texts: Operand, _ a: [String?], _ number: Operand, _ b: [Double?]
    ) -> [Bool?] {
        let codes = codes(of: texts)
        var numbersShown: [String: [Double]] = [:]
        for text in Set(a.compactMap { $0 }) {
            let shown = [text] + codes.filter { $0.level == text }.map(\.raw.value)
            numbersShown[text] = shown.compactMap { NumberCell($0)?.value }
        }
        if case .number(let value, let location) = number.expression {
            let isCode = codes.contains { NumberCell($0.raw.value)?.value == value }
            if !isCode, !numbersShown.values.contains(where: { $0.contains(value) }) {
                warnAbsent(value.plain, from: a, of: texts, at: location)
            }
        }
        return zip(a, b).map { text, number in
            guard let text, let number else { return nil }
            return numbersShown[text, default: []].contains(number) == (operation == .equal)
        }
    }

    private func ordered<Value: Comparable>(
        _ operation: Expression.BinaryOperator, _ left: [Value?], _ right: [Value?]
    ) -> [Bool?] {
        zip(left, right).map { left, right in
            guard let left, let right else { return nil }
            return switch operation {
            case .equal: left == right
            case .notEqual: left != right
            case .less: left < right
            case .lessOrEqual: left <= right
            case .greater: left > right
            default: left >= right
            }
        }
    }

    // MARK: Literals that stand for values of the data

    /// The codes of a declared variable.
    private func codes(of operand: Operand) -> [Variable.Code] {
        guard let name = operand.name,
            case .variable(let variable)? = names.meaning(of: name, insideDefinitionOf: owner)
        else { return [] }
        return variable.codes
    }

    private func column(of operand: Operand) -> DataColumn? {
        guard let name = operand.name,
            case .column(let column)? = names.meaning(of: name, insideDefinitionOf: owner)
        else { return nil }
        return column
    }

    /// A literal names a level or, where the variable has codes, the text of the data that stands for one.
    private func meaning(of text: String, in operand: Operand) -> String? {
        let codes = codes(of: operand)
        if codes.contains(where: { $0.level == text }) { return text }
        return codes.first { $0.raw.value == text }?.level ?? text
    }

    private func warnIfAbsent(_ text: String, from values: [String?], of operand: Operand, at location: SourceLocation)
    {
        guard let meant = meaning(of: text, in: operand), !values.contains(meant) else { return }
        // A declared level that does not occur is reported where it is declared.
        if let name = operand.name, case .categorical(let known)? = variables[name],
            known.levels.contains(where: { $0.id == meant })
        {
            return
        }
        warnAbsent(text, from: values, of: operand, at: location)
    }

    private func warnAbsent(_ text: String, from values: [String?], of operand: Operand, at location: SourceLocation) {
        // The keys of patients and columns of many values are no list of levels: their cells are not shown.
        let known = distinctLevels(of: values)
        let isKey = operand.name != nil && operand.name == names.patients.declaration.key?.value
        let help = isKey || known.count > 20 ? [] : nearNameHelp(for: text, among: known, kind: "values")
        reporter.report(
            Diagnostic(
                .absentLevel, severity: .warning, at: location,
                "\(quoted(text)) doesn't occur in \(operand.expression.title)", help: help))
    }
}

extension Expression.BinaryOperator {
    fileprivate var isEquality: Bool { self == .equal || self == .notEqual }

    /// The operator that says the same with the sides exchanged.
    fileprivate var mirrored: Self {
        switch self {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        default: self
        }
    }
}
