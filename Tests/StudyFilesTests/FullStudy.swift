/// A sound study file that gives every key of the language, none with its default.
let fullStudy = """
    greenwood: 1
    study:
      title: A full study
      short: FULL
      synthetic: true
      cutoff: 2025-04-30
      language: en
    data:
      patients:
        { file: data/patients.csv, key: id, delimiter: ";", missing: [NA, "-9"], dates: day-month-year, decimal: comma, encoding: gb18030 }
      events: { file: /data/events.csv, patient: id, key: row, delimiter: tab, missing: NA }
      log: { file: log.csv }
      extra: { file: extra.xlsx, sheet: Extra }
      labs: { file: labs.sas7bdat.gz, values: codes, catalog: formats.sas7bcat }
      visits: { file: trial.sqlite, table: visits, where: day > 3 }
      doses: { file: trial.db, query: SELECT id FROM doses }
    arms:
      column: group
      order: [A, B]
      reference: B
      label: Arm of the trial
      labels: { A: Treatment A, B: Treatment B }
    variables:
      age: { label: Age at start, unit: years, column: age_years, type: continuous }
      age_group: { from: age, cut: [40, 60.5], reference: "≥60.5" }
      ecog_group: { column: ecog, cut: [1], levels: ["0", 1–2] }
      sex: { codes: { 1: Male, 2: Female, 9: Female }, reference: Female }
      stage: { levels: [I, II, No], codes: { i: I, ii: II, n: No }, type: categorical }
      early: { from: stage, groups: { Early: [I, II], Late: III } }
      bmi: { formula: weight / (height / 100) ^ 2, unit: kg/m² }
      sites: { separator: ";", type: multi-response, levels: [Liver, Lung] }
      risk: { cases: { High: stage == "II" or sites includes "Lung", Low: age < 60 } }
      metastases: { checkboxes: { sites___1: Lung, sites___2: Bone } }
      blood_count: {}
      weight:
    endpoints:
      os:
        label: Overall survival
        short: O.S.
        from: start
        event: death
        censor: last_contact
        unit: years
        cutoff: 2025-01-31
        at: [0.5, 1, 2]
        competing: [transplant, other_death]
        entry: enrolment
        restricted_mean: 2.5
        strata: [centre, region]
        tests: [gehan-breslow, tarone-ware, peto-peto, fleming-harrington(0,1), trend]
      pfs: { from: start, event: [progression, death], censor: last_contact }
      dfs:
        time: dfs_weeks
        status: dfs_status
        codes: { 0: censored, 1: event, 2: event, 3: competing }
        time_unit: weeks
        unit: months
      ttf: { source: events, time: t, status: s, codes: { yes: event } }
    conventions:
      level: 0.9
      km_interval: plain
      median: sas
      beyond_last_observation: carry-forward
      ties: breslow
      quantile_type: 6
      categorical_test: fisher
      continuous_test: means
    exclusions:
      - { where: age < 18, because: Younger than 18 years }
      - { where: consent is missing, because: No consent }
    populations:
      elderly: { label: 65 and older, where: age >= 65 }
      treated: { where: doses > 0 }
      matched:
        label: Matched patients
        where: age >= 18
        match:
          on: [age_group, stage]
          method: optimal
          ratio: 2
          caliper: none
          scale: probability
          order: key
          exact: [sex]
          replace: true
          firth: true
          sensitivity: 50
          seed: 7
      weighted:
        weigh: { on: [age_group], for: overlap, firth: true }
    tables:
      - id: table-1
        kind: baseline
        caption: The patients.
        supplement: true
        rows: [age, sex]
        by: sex
        population: elderly
        total: false
        p: false
        continuous: mean
        missing: footnote
        percent_of: all
        random_tables: 5000
        seed: 3
        difference: true
        tests: { age: means, sex: fisher-monte-carlo }
      - { id: all-patients, kind: baseline, rows: [age, sites], by: none, percent_of: responses }
      - id: balance
        kind: matched-baseline
        caption: The matched patients.
        supplement: true
        population: matched
        rows: [age, stage]
        p: false
        continuous: range
      - id: response
        kind: response
        caption: The responses.
        supplement: true
        variable: best_response
        rates: { ORR: [CR, PR], CR: CR }
        by: sex
        population: elderly
        total: true
        p: false
        intervals: true
        difference: true
        ratio: odds
        strata: [stage]
      - id: safety
        kind: adverse-events
        caption: The adverse events.
        supplement: true
        from: events
        term: term
        grade: grade
        severities: [{ label: Any grade, from: 1 }, { label: Grade 3–4, from: 3, to: 4 }]
        all: none
        terms: [Fever, Fatigue]
        minimum_percent: 5
        by: sex
        population: elderly
        total: true
        p: false
      - id: times
        kind: survival
        caption: The times.
        supplement: true
        endpoints: [os, pfs]
        by: sex
        population: elderly
        difference: true
        p: false
      - id: risks
        kind: incidence
        caption: The risks.
        supplement: true
        endpoints: [os, dfs]
        by: sex
        population: elderly
        difference: true
        p: false
      - id: paired
        kind: paired
        caption: The changes.
        supplement: true
        pairs:
          - { before: smoking, after: diabetes, label: Habit, event: ["yes"] }
        measurements: [Baseline, Week 12]
        by: sex
        population: elderly
        total: true
        p: false
        difference: false
        exact_below: 10
      - { id: paired-exact, kind: paired, by: none, test: exact, pairs: [{ before: smoking, after: diabetes }] }
      - id: cox
        kind: cox
        caption: The models.
        supplement: true
        endpoints: [pfs, os]
        rows: [age_group, sex, arm]
        univariable: false
        multivariable: { p_below: 0.1 }
        univariable_p: score
        multivariable_p: likelihood-ratio
        strata: [centre]
        population: weighted
        interactions: [[age_group, arm]]
        cluster: centre
        weights: age
        offset: bmi
        robust: true
        firth: false
      - { id: cox-some, kind: cox, endpoints: [os], rows: [age, sex], multivariable: { variables: [sex] } }
      - { id: cox-all, kind: cox, endpoints: [os], rows: [age, sex], multivariable: { all: true } }
      - id: logistic
        kind: logistic
        caption: The response models.
        supplement: true
        outcome: best_response
        event: [CR, PR]
        label: Response
        rows: [age_group, sex, arm]
        univariable: false
        multivariable: { p_below: 0.1 }
        univariable_p: wald
        multivariable_p: likelihood-ratio
        population: matched
        firth: false
      - id: effect
        kind: effect
        caption: The effects.
        supplement: true
        endpoints: [pfs]
        populations: [all, matched]
        by: sex
        adjust_for: [age_group]
        p_value: score
        robust: true
    figures:
      - id: survival
        kind: kaplan-meier
        caption: The curves.
        supplement: true
        panels:
          - { endpoint: os, by: sex, population: all, title: All, curve: failure }
          - { endpoint: pfs }
        by: stage
        population: treated
        breaks: [0, 12, 24]
        risk_table: kmunicate
        intervals: false
        censoring: false
        median_lines: true
        landmarks: true
        curve: cumulative-hazard
        range: [40, 100]
        names: curves
        inset: { range: [90, 100], times: [0, 6] }
      - id: relapse
        kind: incidence
        caption: The incidences.
        supplement: true
        panels: [{ endpoint: dfs, by: sex, population: all, title: Relapse }]
        by: stage
        population: treated
        breaks: [0, 6]
        risk_table: kmunicate
        intervals: false
        censoring: false
        names: curves
        inset: { range: [0, 20] }
      - id: forest
        kind: forest
        caption: The subgroups.
        supplement: true
        endpoint: pfs
        subgroups: [age_group, sex]
        population: matched
        overall: false
        interaction: false
        favours: [the new, the old]
        axis: [0.01, 10]
        adjust_for: [stage]
        columns: [patients, p]
        models:
          - { label: Crude, population: all }
          - { label: Adjusted, adjust_for: [age], population: matched }
      - id: flow
        kind: flow
        caption: The patients.
        supplement: true
        from: log
        status: status
        included: [in, late]
        reason: why
        assessed: Screened
        analysed: Analysed
        populations: [matched, weighted]
        reasons: [Refused, Too young]
        pool_below: 3
      - { id: love, kind: balance, caption: The balance., supplement: true, population: matched, thresholds: [0.1, 0.2] }
      - { id: overlap, kind: overlap, caption: The scores., supplement: true, population: weighted }
      - id: predicted
        kind: predicted-survival
        caption: The predictions.
        supplement: true
        endpoint: pfs
        covariates: [arm, age]
        strata: [sex]
        interactions: [[arm, age]]
        at:
          - { label: Young, arm: IO, age: 40, sex: M }
          - { age: 70 }
        population: elderly
        breaks: [0, 12, 24]
        intervals: false
        median_lines: true
        landmarks: true
        range: [20, 100]
        names: curves
      - id: residuals
        kind: residuals
        caption: The residuals.
        supplement: true
        endpoint: pfs
        covariates: [arm, sex]
        population: elderly
        transform: log
      - id: mirror
        kind: adverse-events
        supplement: true
        caption: The events.
        from: events
        term: term
        grade: grade
        severities: [{ label: Any grade, from: 1 }, { label: Grade 3–4, from: 3, to: 4 }]
        terms: [Fever, Fatigue]
        minimum_percent: 5
        order: listed
        by: sex
        population: elderly
      - id: courses
        kind: swimmer
        supplement: true
        caption: The courses.
        endpoint: os
        events: [pfs]
        response: stage
        by: sex
        population: elderly
      - id: changes
        kind: waterfall
        supplement: true
        caption: The changes.
        variable: age
        response: stage
        thresholds: [-25, 15]
        by: sex
        population: elderly
    manuscript:
      template: mine.md
      published: published.csv
      style: nejm
      formats: [xlsx, markdown]
      reference_doc: journal.docx
      line_numbers: true
      typed_numbers: [grade 3]
      numbers:
        p_value: jama
        log_rank_p_value: two-significant
        percent_decimals: 0
        trailing_zeros: true
        p_letter: P
        decimal_mark: ","
        thousands: "."
        range: " to "
        time_decimals: 2
      figures:
        formats: [pdf, tiff]
        names: numbers
        column_width: 80
        full_width: 160
        maximum_height: 200
        font: Arial
        text_size: 7
        smallest_text: 6
        panel_letter_size: 10
        panel_letters: small
        curve_width: 1
        line_width: 0.75
        dpi: 400
        palette: jama
    privacy: { minimum_cell: 6 }

    """
