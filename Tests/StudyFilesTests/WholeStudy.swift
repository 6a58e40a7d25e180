/// A study file of two arms that uses every kind of table, figure, population and endpoint, mostly with defaults.
let wholeStudy = """
    greenwood: 1
    study: { title: A study of two arms, synthetic: true }
    data:
      patients: { file: patients.csv, key: id }
      adverse_events: { file: adverse_events.csv, patient: id }
      screening: { file: screening.csv, key: screening_id }
    arms: { column: arm, order: [IO+T, RT+IO+T], reference: IO+T }
    variables:
      age_group: { from: age, cut: [60] }
    endpoints:
      pfs:
        from: treatment_start
        event: [progression_date, death_date]
        competing: transplant_date
        censor: last_contact_date
        entry: enrolment_date
        unit: months
        at: [6, 12]
        restricted_mean: 24
        strata: [centre]
        tests: [gehan-breslow, tarone-ware, trend, fleming-harrington(0,1)]
      os: { from: treatment_start, event: death_date, censor: last_contact_date }
      death: { time: days, status: status, codes: { 0: censored, 1: competing, 2: event } }
    populations:
      rt_arm: { label: RT+IO+T arm, where: arm == "RT+IO+T" }
      matched:
        label: Matched patients
        where: age >= 18
        match: { on: [age_group, ecog_group] }
      weighted:
        weigh: { on: [age_group], for: treated }
    tables:
      - { id: sites, kind: baseline, rows: [rt_sites], population: rt_arm, by: none, percent_of: responses }
      - { id: baseline, kind: baseline, rows: [age, stage], difference: true, tests: { age: means, stage: trend } }
      - { id: balance, kind: matched-baseline, population: matched }
      - { id: response, kind: response, variable: best_response, rates: { ORR: [CR, PR], DCR: [CR, PR, SD] } }
      - { id: safety, kind: adverse-events, from: adverse_events, term: term, grade: grade }
      - { id: survival, kind: survival, endpoints: [pfs, os] }
      - { id: incidence, kind: incidence, endpoints: [pfs, death] }
      - { id: cox, kind: cox, endpoints: [pfs, os], rows: [age_group, arm], multivariable: { p_below: 0.05 } }
      - { id: effect, kind: effect, endpoints: [pfs], populations: [all, matched] }
    figures:
      - { id: flow, kind: flow, from: screening, status: status, included: included, reason: reason }
      - { id: forest, kind: forest, endpoint: pfs, subgroups: [age_group, sex] }
      - { id: curves, kind: kaplan-meier, panels: [{ endpoint: pfs }] }
      - { id: relapse, kind: incidence, panels: [{ endpoint: death }] }
      - { id: love, kind: balance, population: matched }
      - { id: overlap, kind: overlap, population: weighted }
      - { id: residuals, kind: residuals, endpoint: pfs, covariates: [arm, ecog_group] }
    manuscript: { template: manuscript.md, published: published.csv }

    """
