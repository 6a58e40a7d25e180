import Results

/// The words of figures of adverse events and of single patients.
extension ChineseVocabulary {
    var patientsAxis: String { "患者（%）" }
    func termsLeftOut(_ n: String) -> String { "另有 \(n) 项未显示。" }
    func incompleteEvents(_ n: Int) -> String { "\(n.plainText) 条缺少名称或级别的记录未计入。" }

    func adverseEventMarks(_ outer: String, _ inner: String) -> String {
        "每名患者每项仅按最高级别计一次。数字为百分比：\(outer)（\(inner)）。"
    }

    func adverseEventDescription(_ left: String, _ right: String, terms: Int) -> String {
        "\(terms) 项不良事件的镜像条形图，左侧为 \(left)，右侧为 \(right)。"
    }

    func spokenAdverseEvent(_ term: String, _ groups: [(label: String, outer: String, inner: String)]) -> String {
        "\(term)：\(groups.map { "\($0.label) \($0.outer)%（\($0.inner)%）" }.joined(separator: "，"))"
    }

    func spokenSeverities(_ outer: String, _ inner: String) -> String { "\(outer)的患者百分比，括号内为\(inner)。" }

    func eventMark(_ endpoint: String) -> String { "\(endpoint) 事件" }
    var stillObserved: String { "仍在观察" }
    var unknownResponse: String { "未知" }

    func swimmerDescription(patients: Int, unit: TimeUnit) -> String {
        "泳道图：\(patients) 名患者，每条为以\(self.unit(unit))计的时间，最长者在前。"
    }

    func spokenCourses(_ label: String, patients: Int, longest: String, endLabel: String, events: Int) -> String {
        "\(label)，患者 \(patients)，最长 \(longest)，\(events) 名以\(endLabel)结束"
    }

    func spokenMark(_ label: String, n: Int) -> String { "\(n) 名患者标有\(label)" }

    func withoutBar(_ n: Int, isChange: Bool) -> String { "\(n) 名患者无\(isChange ? "变化值" : "时间")，未显示。" }

    func changeAxis(_ label: String) -> String { label.contains("%") ? label : "\(label)（%）" }
    func changeThresholds(_ lower: String, _ upper: String) -> String { "虚线：\(lower)% 和 +\(upper)%。" }

    func waterfallDescription(_ label: String, patients: Int) -> String {
        "\(label)的瀑布图：\(patients) 名患者，每条为一名患者，增加最多者在前。"
    }

    func spokenChanges(
        _ label: String, patients: Int, range: (from: String, to: String), decreased: Int, increased: Int,
        thresholds: (lower: String, upper: String)
    ) -> String {
        "\(label)，患者 \(patients)，\(range.from)% 至 \(range.to)%，\(decreased) 名不高于 \(thresholds.lower)%，"
            + "\(increased) 名不低于 \(thresholds.upper)%"
    }

    func spokenNobody(_ label: String) -> String { "\(label)，无患者显示" }
}
