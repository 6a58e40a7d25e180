internal import Mathematics
public import Results

extension CoxDesign {
    /// The same patients, those alike counted together, in an order that depends on their values alone.
    ///
    /// Models of it are those of the patients by Efron's and Breslow's likelihoods, which know of records for several patients
    /// (``frequency``). Patients who come one by one and patients whom a database has counted give the same design, and so the
    /// same numbers to the last bit; millions of patients with a few covariates of few values take a fraction of the time.
    ///
    /// **Edge cases.** Where each patient has weights or belongs to a cluster, where a robust variance squares each patient's
    /// influence or ties are enumerated, the design stays as it is; also where there are 200,000 patients or more with so many
    /// different values that hardly any can be alike. Where fewer than half the patients are alike, each is a record of its own.
    ///
    /// The rows are others than before: residuals and predictions of single patients are not to be asked of it.
    ///
    /// - Parameters:
    ///   - ties: How the models will treat ties.
    ///   - variance: How they will estimate variances.
    /// - Returns: The design of their kinds.
    public func countingAlike(ties: TiesMethod, variance: CoxVariance) -> CoxDesign {
        guard permitsCounting(ties: ties, variance: variance),
            let alike = AlikeRecords(self, covariates: covariates.measuredCovariates)
        else { return self }
        return selecting(alike)
    }

    /// Whether a record may stand for several patients in models of this kind.
    func permitsCounting(ties: TiesMethod, variance: CoxVariance) -> Bool {
        weights == nil && clusters == nil && ties != .exact && variance == .model && !time.isEmpty
    }

    /// The records of a design that are alike.
    func selecting(_ alike: AlikeRecords) -> CoxDesign {
        let rows = alike.rows
        return CoxDesign(
            unchecked: gathered(time, at: rows), status: gathered(status, at: rows),
            covariates: covariates.selecting(rows), entry: entry.map { gathered($0, at: rows) },
            strata: strata.map { gathered($0, at: rows) }, weights: nil, frequency: alike.frequency,
            offset: offset.map { gathered($0, at: rows) }, clusters: nil)
    }
}

extension DesignMatrix {
    /// What the columns are made from; the columns themselves where that is not known.
    var measuredCovariates: [Covariate] {
        covariates ?? zip(identities, columns).map { .continuous($0.name, $1) }
    }
}

extension Covariate {
    /// The values of some records.
    func selecting(_ rows: [Int32]) -> Covariate {
        switch values {
        case .continuous(let numbers): .continuous(name, gathered(numbers, at: rows))
        case .factor(let codes, let levels, let reference):
            .factor(name, codes: gathered(codes, at: rows), levels: levels, reference: reference)
        }
    }
}
