/// The words of a comparison with published values in Chinese.
struct ChineseReproduction: ReproductionVocabulary {
    let title = "已发表数值的再现"
    let columns = ["项目", "发表值", "本次结果", "一致性", "备注"]
    let differences = "不一致之处及原因"
    let remarks = "原文自相矛盾之处"
    let values = "全部数值"
    let part = "部分"
    let total = "数值个数"
    let unexplained = "原因不明。"
    let rule = """
        结果按发表时的小数位数修约。一致：所有印出的数字相同。接近：比值在对数尺度上相差5%以内（小于0.2者15%以内），\
        其置信限相差10%以内；p 值相差0.005或十分之一以内；时间相差半个单位以内；估计的百分比相差2个百分点以内。\
        频数只分一致与不一致。
        """
    let exact = "一致"
    let close = "接近"
    let off = "不一致"
    let withheld = "不予公布"
    let withheldRule = "不予公布：该结果会透露少数患者的信息，故不给出，也不判断是否一致。"

    func summary(total: String, exact: String, close: String, off: String, withheld: String?) -> String {
        "共 \(total) 个已发表数值，其中 \(exact) 个一致，\(close) 个接近，\(off) 个不一致"
            + (withheld.map { "，\($0) 个不予公布。" } ?? "。")
    }

    func difference(part: String, item: String, printed: String, ours: String, note: String?) -> String {
        "\(part)，\(item)：发表值 \(printed)，本次结果 \(ours)。\(note ?? unexplained)"
    }
}
