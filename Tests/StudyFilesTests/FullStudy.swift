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
      patients: { file: data/patients.csv, key: id, delimiter: ";", missing: [NA, "-9"] }
      events: { file: /data/events.csv, patient: id, key: row, delimiter: tab, missing: NA }
    arms:
      column: group
      order: [A, B]
      reference: B
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
      pfs: { from: start, event: [progression, death], censor: last_contact }
      dfs:
        time: dfs_weeks
        status: dfs_status
        codes: { 0: censored, 1: event, 2: event }
        time_unit: weeks
        unit: months
      ttf: { time: t, status: s, codes: { yes: event } }
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
    tables:
      - id: table-1
        kind: baseline
        caption: The patients.
        rows: [age, sex]
        by: sex
        population: elderly
        total: false
        p: false
        continuous: mean
        missing: footnote
        percent_of: all
    figures:
      - id: survival
        kind: kaplan-meier
        caption: The curves.
        panels:
          - { endpoint: os, by: sex, population: all, title: All }
          - { endpoint: pfs }
        by: stage
        population: treated
        breaks: [0, 12, 24]
        risk_table: kmunicate
        intervals: false
        censoring: false
        median_lines: true
    manuscript:
      template: mine.md
      style: nejm
      numbers: { p_value: jama, log_rank_p_value: two-significant, percent_decimals: 0, trailing_zeros: true }

    """
