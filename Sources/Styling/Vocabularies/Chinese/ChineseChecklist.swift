import Results

/// The words of the checklist in Chinese.
struct ChineseChecklist: ChecklistVocabulary {
    let title = "报告规范核对表"
    let introduction = "由研究结果自动生成。已包含：结果包中已有，位置如所示。请核对：仅有一部分，或有提示。待撰写：只能由作者撰写。"
    let heads = ["条目", "要求", "状态", "位置或待办事项"]
    let methods = "统计学方法"
    let resultsFile = "results.json"
    let remarks = "关于研究设计的提示"

    func name(of guideline: ReportingGuideline) -> String {
        switch guideline {
        case .strobe: "STROBE：队列研究"
        case .kmunicate: "KMunicate：Kaplan–Meier 图"
        case .sampl: "SAMPL：生存分析"
        case .remark: "REMARK：预后因素"
        }
    }

    func status(_ status: ChecklistStatus) -> String {
        switch status {
        case .filled: "已包含"
        case .check: "请核对"
        case .author: "待撰写"
        case .notApplicable: "不适用"
        }
    }

    func asked(_ item: ChecklistItem) -> String { Self.asked[item.guideline]?[item.number] ?? "" }
    func hint(_ item: ChecklistItem) -> String? { Self.hints[item.guideline]?[item.number] }

    func dates(first: String?, last: String?, cutoff: String?) -> String {
        let start = first.flatMap { first in last.map { "随访开始于\(first)至\($0)" } }
        return [start, cutoff.map { "数据截止于\($0)" }].compactMap(\.self).joined(separator: "；")
    }

    func patients(_ analysed: String, of read: String) -> String { "\(read) 例患者中 \(analysed) 例纳入分析" }

    func remark(_ note: DesignNote, in style: HouseStyle) -> String {
        func number(_ decimals: Int) -> String { style.number(note.value, decimals: decimals) }
        let items = note.items.joined(separator: "、")
        switch note.kind {
        case .missingCutoff: return "研究未说明数据截止日。"
        case .differentTimeZero: return "各终点的起点不同：\(items)。"
        case .treatmentAfterTimeZero:
            return "\(note.label)：\(number(0)) 例患者的治疗（\(items)）始于时间零点之后，其必须存活至该时（永恒时间偏倚）。"
        case .groupsAfterTimeZero: return "\(note.label)其分组（\(items)）在时间零点之后才可知，组内患者必须存活至该时。"
        case .deathNotAnEvent: return "\(note.label)：未发生 \(items) 的死亡不作为其终点。"
        case .dichotomised:
            return "\(note.label)由 \(items) 在 \(number(style.decimalsNeeded(by: note.value))) 处分组：请说明理由。"
        case .fewEventsPerVariable: return "\(items)：多因素模型每个系数的事件数为 \(number(1))，少于10。"
        case .selectedByPValue:
            return "协变量按其 p 值进入多因素模型" + (items.isEmpty ? "。" : "；\(items)未进入，其校正后的效应未给出。")
        }
    }

    private static let asked: [ReportingGuideline: [String: String]] = [
        .strobe: [
            "1a": "标题或摘要中说明研究设计", "1b": "摘要概述研究内容和结果", "2": "研究背景和理由", "3": "研究目的和假设", "4": "正文前部说明研究设计",
            "5": "研究地点，招募、暴露、随访和数据收集的日期", "6a": "入选标准，患者来源和随访方法", "6b": "匹配研究：匹配标准和例数",
            "7": "结局、暴露、预测因素和混杂因素的定义", "8": "各数据的来源和测量方法", "9": "针对偏倚的措施", "10": "样本量的由来",
            "11": "连续变量的处理及分组依据", "12a": "全部统计方法，包括控制混杂的方法", "12b": "亚组和交互作用的方法", "12c": "缺失值的处理",
            "12d": "失访的处理", "12e": "敏感性分析", "13a": "各阶段的患者人数", "13b": "各阶段未继续的原因", "13c": "流程图", "14a": "患者特征",
            "14b": "各变量的缺失例数", "14c": "随访时间", "15": "随时间发生的事件", "16a": "未校正和校正的估计及其区间，校正的因素",
            "16b": "连续变量分组的界值", "16c": "绝对风险", "17": "其他分析：亚组、交互作用、敏感性", "18": "对照目的的主要结果",
            "19": "局限性，偏倚的方向和大小", "20": "谨慎的解释", "21": "外推性", "22": "资助及资助者的作用",
        ],
        .kmunicate: ["1": "曲线下方列出在险、删失和事件人数，且三者相加等于总数", "2": "每条曲线的置信区间"],
        .sampl: [
            "1": "观察的起止时间", "2": "删失的原因和时间", "3": "生存的估计方法", "4": "模型假设的检验", "5": "指定时点的生存率、区间和在险人数",
            "6": "中位时间及其区间", "7": "组间检验及其 p 值", "8": "模型中每个协变量的区间", "9": "软件及版本", "10": "检验水准、单双侧和多重比较",
        ],
        .remark: [
            "6": "招募时期和中位随访时间", "8": "终点", "10": "建模和变量选择的方法", "11": "界值的选择", "12": "患者流程及事件数",
            "15": "各因素的单因素效应", "16": "包含所有因素（无论是否显著）的多因素模型", "18": "假设检验和敏感性分析",
        ],
    ]

    private static let hints: [ReportingGuideline: [String: String]] = [
        .strobe: [
            "5": "请补充地点和招募日期。", "6a": "请补充标准和来源。", "9": "请回应下列提示。", "10": "请说明患者例数的由来。",
            "12c": "请说明缺少数值的患者未纳入相应分析。", "12d": "请说明失访者及其在最后一次联系时删失。", "16a": "请同时给出多因素模型或匹配比较。",
            "16c": "请在终点的 'at' 中指定时点。", "19": "请讨论下列提示。",
        ],
        .kmunicate: ["1": "设置 'risk_table: kmunicate' 可得到相加等于总数的三行。", "2": "设置 'intervals: true'。"],
        .sampl: [
            "1": "请在 'study' 中给出 'cutoff'。", "4": "请加入 'residuals' 图或多因素模型。", "5": "请在终点的 'at' 中指定时点。",
        ],
        .remark: ["16": "请将所有因素纳入模型：'multivariable: { all: true }'。"],
    ]
}
