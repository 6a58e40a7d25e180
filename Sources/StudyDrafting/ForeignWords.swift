/// Words of other languages in names of columns, by what they mean: names are looked through for them, since German joins
/// words and Chinese doesn't part them.
enum ForeignWords {
    /// The English words that a name means; none for an English name.
    static func meanings(of name: String) -> [String] {
        let text = name.lowercased()
        return words.filter { text.contains($0.key) }.flatMap(\.value)
    }

    private static let words: [String: [String]] = [
        // Chinese
        "编号": ["id"], "病历号": ["id"], "住院号": ["id"], "患者号": ["id"], "病例号": ["id"],
        "分组": ["group"], "组别": ["group"], "治疗组": ["arm"], "治疗方案": ["regimen"], "治疗方式": ["treatment"],
        "开始": ["start"], "入组": ["enrolment"], "入院": ["admission"], "随机": ["randomisation"], "手术日期": ["surgery"],
        "手术时间": ["surgery"], "诊断": ["diagnosis"], "确诊": ["diagnosis"],
        "死亡": ["death"], "进展": ["progression"], "复发": ["relapse"], "末次": ["last"], "随访": ["followup"],
        "出生": ["birth"], "状态": ["status"], "结局": ["status"], "是否": ["status"], "生存时间": ["os", "time"],
        "生存期": ["os", "time"], "总生存": ["os"], "无进展": ["pfs"], "无病": ["dfs"], "时间": ["time"], "年龄": ["age"],
        "性别": ["sex"], "天数": ["days"], "(月)": ["months"], "（月）": ["months"], "(天)": ["days"], "（天）": ["days"],
        // German
        "patient": ["patient"], "gruppe": ["group"], "behandlung": ["treatment"], "therapie": ["therapy"],
        "beginn": ["start"],
        "aufnahme": ["admission"], "einschluss": ["inclusion"], "randomisierung": ["randomisation"],
        "diagnosedatum": ["diagnosis"],
        "todesdatum": ["death"], "sterbedatum": ["death"],
        "kontakt": ["contact"], "beobachtung": ["followup"], "gestorben": ["death"], "verstorben": ["death"],
        "rezidiv": ["relapse"],
        "letzter": ["last"], "letzte": ["last"], "nachsorge": ["followup"], "geburt": ["birth"], "geschlecht": ["sex"],
        "überleben": ["os", "time"], "monate": ["months"], "tage": ["days"], "jahre": ["years"],
        // French and Spanish
        "groupe": ["group"], "grupo": ["group"], "traitement": ["treatment"], "tratamiento": ["treatment"],
        "décès": ["death"], "fallecimiento": ["death"], "contacto": ["contact"], "seguimiento": ["followup"],
        "suivi": ["followup"], "diagnostic": ["diagnosis"], "diagnóstico": ["diagnosis"],
        "deces": ["death"], "muerte": ["death"], "dernier": ["last"], "último": ["last"], "ultimo": ["last"],
        "début": ["start"], "inicio": ["start"], "rechute": ["relapse"], "recaída": ["relapse"], "naissance": ["birth"],
        "nacimiento": ["birth"], "sexe": ["sex"], "sexo": ["sex"], "edad": ["age"],
    ]
}
