/// The look of a page. On paper the notice stands at the head of every page, where the browser can put it there.
func stylesheet(notice: String?) -> String {
    guard let notice else { return commonStylesheet }
    return commonStylesheet + "@media print { @page { @top-left { content: \(cssString(notice)); } } }\n"
}

/// Text as a string of CSS: all but ASCII letters and digits as escapes, so that nothing in it can end the string.
func cssString(_ text: String) -> String {
    let escaped = cleaned(text).unicodeScalars.map { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": String(scalar)
        default: "\\" + String(scalar.value, radix: 16) + " "
        }
    }
    return "\"\(escaped.joined())\""
}

private let commonStylesheet = """

    :root {
      color-scheme: light dark;
      --paper: #fff; --ink: #1b1f24; --soft: #57606a; --hairline: #d3d8de; --rule: #1b1f24; --link: #0a5185;
      --notice-paper: #fdf3d7; --notice-ink: #5a4104; --notice-edge: #d9a514;
      --text: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial,
        "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #14171a; --ink: #e4e7ea; --soft: #a3acb5; --hairline: #353c44; --rule: #c3c9cf; --link: #8cc4f0;
        --notice-paper: #352a0c; --notice-ink: #f3dfa6; --notice-edge: #a98214;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; }
    body {
      margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 49rem; background: var(--paper); color: var(--ink);
      font: 1.0625rem/1.6 var(--text); font-variant-numeric: lining-nums; overflow-wrap: break-word;
    }
    a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -100vw; }
    .skip:focus { left: 1.5rem; top: .5rem; padding: .3rem .7rem; background: var(--paper); z-index: 2; }
    h1, h2, h3, h4, h5 { line-height: 1.25; font-weight: 650; text-wrap: balance; scroll-margin-top: 1.5rem; }
    h1 { font-size: 2rem; letter-spacing: -.012em; margin: 0 0 2rem; }
    h2 { font-size: 1.4375rem; letter-spacing: -.006em; margin: 3rem 0 .8rem; }
    h3 { font-size: 1.125rem; margin: 2.2rem 0 .6rem; }
    h4, h5 { font-size: 1.0625rem; margin: 1.8rem 0 .5rem; }
    main > :first-child { margin-top: 0; }
    p { margin: 0 0 1rem; }
    ul, ol { margin: 0 0 1rem; padding-left: 1.4rem; }
    li { margin-bottom: .3rem; }
    sup, sub { font-size: .72em; line-height: 0; }
    .notice {
      margin: 0 0 1.75rem; padding: .55rem .9rem; font-size: .9375rem; line-height: 1.45; font-weight: 550;
      background: var(--notice-paper); color: var(--notice-ink); border-left: 4px solid var(--notice-edge);
    }
    footer {
      margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--hairline); color: var(--soft);
      font-size: .8125rem; line-height: 1.5;
    }
    footer p { margin: 0 0 .3rem; }

    nav { margin: 0 0 2.5rem; font-size: .9375rem; line-height: 1.4; }
    nav h2 { margin: 0 0 .6rem; font-size: .8125rem; letter-spacing: .06em; text-transform: uppercase; color: var(--soft); }
    nav ul { list-style: none; margin: 0; padding: 0; }
    nav li { margin: 0; }
    nav a { display: block; padding: .25rem 0; color: inherit; text-decoration: none; }
    nav a:hover { color: var(--link); }
    nav .level1 { font-weight: 600; }
    nav .level2, nav .float { padding-left: .9rem; }
    nav .float { color: var(--soft); font-size: .875rem; }
    @media (min-width: 75rem) {
      body.report {
        display: grid; max-width: 72rem; column-gap: 4rem; grid-template-columns: 15rem minmax(0, 46rem);
        justify-content: center; grid-template-areas: ". head" "nav main" ". foot";
      }
      .report > header { grid-area: head; }
      .report > main { grid-area: main; }
      /* A wide table may use the page beside the column of text. */
      .report .dense .scroll { margin-right: calc(-1 * max(0rem, min(14rem, (100vw - 66rem) / 2 - 1rem))); }
      .report > footer { grid-area: foot; }
      .report > nav {
        grid-area: nav; position: sticky; top: 2rem; align-self: start; max-height: calc(100vh - 4rem);
        overflow-y: auto; padding: .35rem 1.25rem .35rem 0; border-right: 1px solid var(--hairline);
      }
    }

    figure { margin: 2.25rem 0; scroll-margin-top: 1.5rem; }
    .scroll { overflow-x: auto; }
    .table .scroll { margin: 0 -.25rem; padding: 0 .25rem; }
    table {
      width: 100%; border-collapse: collapse; font-size: .9375rem; line-height: 1.4;
      font-variant-numeric: lining-nums tabular-nums; border-bottom: 1.5px solid var(--rule);
    }
    caption { text-align: left; padding: 0 0 .6rem; line-height: 1.45; }
    caption > div { position: sticky; left: 0; max-width: calc(100vw - 3.5rem); }
    thead { border-top: 1.5px solid var(--rule); border-bottom: 1px solid var(--rule); }
    th, td { position: relative; padding: .2rem .7rem; vertical-align: baseline; text-align: left; font-weight: 400; }
    tbody th:first-child, thead > tr:first-child > :first-child { padding-left: .1rem; }
    thead th { padding-top: .45rem; padding-bottom: .45rem; vertical-align: bottom; font-weight: 600; text-wrap: balance; }
    thead .span { text-align: center; padding: .45rem .35rem 0; }
    thead .span > span { display: block; padding: 0 .35rem .35rem; border-bottom: 1px solid var(--hairline); }
    thead th > span, tbody th > span { white-space: nowrap; }
    .number { text-align: center; }
    td.number { white-space: nowrap; font-kerning: none; }
    td.number sup { position: absolute; margin-top: .55em; padding-left: .1em; }
    .l, .r { display: inline-block; white-space: pre; }
    .l { text-align: right; }
    .r { text-align: left; }
    tbody:first-of-type > tr:first-child > *, .block > tr:first-child > *, .block + tbody > tr:first-child > * {
      padding-top: .5rem;
    }
    tbody:last-child > tr:last-child > * { padding-bottom: .5rem; }
    .indent1 { padding-left: 1.35rem !important; }
    .indent2 { padding-left: 2.6rem !important; }
    .indent3 { padding-left: 3.85rem !important; }
    .dense table { font-size: .8125rem; }
    .dense caption { font-size: .9375rem; }
    .dense th, .dense td { padding-left: .3rem; padding-right: .3rem; }
    .dense tbody th:not([colspan]) { min-width: 8.5rem; }
    body.wide { max-width: 68rem; }
    .ruled > * { border-top: 1px solid var(--hairline); }
    .section > th { padding-top: .8rem; font-weight: 600; font-style: italic; }
    sup a { text-decoration: none; }
    .notes { margin-top: .6rem; font-size: .8125rem; line-height: 1.5; color: var(--soft); }
    .notes p { margin: 0 0 .15rem; }
    .picture .scroll { background: #fff; border-radius: 4px; }
    .picture svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
    .canvas { position: relative; width: fit-content; max-width: 100%; margin: 0 auto; }
    [hidden] { display: none !important; }
    .part { position: absolute; cursor: crosshair; touch-action: pan-y; }
    .part:focus-visible { outline-offset: 0; }
    .part > * { position: absolute; pointer-events: none; visibility: hidden; }
    .part.open > * { visibility: visible; }
    .cursor { top: 0; bottom: 0; width: 1px; background: #555; }
    .row { left: 0; right: 0; background: #0a518520; }
    .dot { width: 9px; height: 9px; margin: -4.5px; border: 1.5px solid #fff; border-radius: 50%; }
    .card {
      top: 0; z-index: 3; width: max-content; max-width: min(21rem, 75vw); margin: 0 .6rem; padding: .45rem .65rem;
      background: var(--paper); color: var(--ink); border: 1px solid var(--hairline); border-radius: 4px;
      box-shadow: 0 2px 10px #0003; font-size: .8125rem; line-height: 1.4; font-variant-numeric: lining-nums tabular-nums;
    }
    .card b, .card .line { display: block; }
    .card i { display: inline-block; width: .6em; height: .6em; margin-right: .45em; border-radius: 50%; }
    .copy {
      float: right; margin: .5rem 0 .3rem 1rem; padding: .2rem .6rem; font: inherit; font-size: .8125rem; color: var(--link);
      background: none; border: 1px solid var(--hairline); border-radius: 4px; cursor: pointer;
    }
    .copy:hover { border-color: currentColor; }
    .table::after { content: ""; display: block; clear: both; }
    figcaption { margin-top: .7rem; font-size: .9375rem; line-height: 1.45; }
    @media (max-width: 40rem) {
      body { padding: 1.5rem 1.1rem 3rem; font-size: 1rem; }
      h1 { font-size: 1.5625rem; }
      h2 { font-size: 1.25rem; margin-top: 2.4rem; }
      caption > div { max-width: calc(100vw - 2.7rem); }
      th, td { padding-left: .5rem; padding-right: .5rem; }
      .picture.wide svg { min-width: 36rem; }
      .picture.wide .canvas { max-width: none; }
      .table table { min-width: 36rem; }
      tbody th:first-child:not([colspan]), thead > tr:first-child > th:first-child:not([colspan]) {
        position: sticky; left: -.25rem; z-index: 1; max-width: 9rem; background: var(--paper);
      }
    }
    @media (prefers-color-scheme: dark) {
      .picture .scroll { padding: .75rem; }
    }
    @media (prefers-reduced-motion: reduce) {
      html { scroll-behavior: auto; }
    }
    @media print {
      :root {
        color-scheme: light; --paper: #fff; --ink: #000; --soft: #333; --hairline: #bbb; --rule: #000; --link: #000;
        --notice-paper: #fff; --notice-ink: #000; --notice-edge: #000;
      }
      @page { margin: 20mm 18mm; @top-left { font: 8.5pt var(--text); } }
      body, body.report { display: block; max-width: none; margin: 0; padding: 0; font-size: 10pt; line-height: 1.45; }
      nav, .skip, .copy, .readings { display: none !important; }
      a { color: inherit; text-decoration: none; }
      h1 { font-size: 17pt; }
      h2 { font-size: 13pt; margin-top: 18pt; }
      h3 { font-size: 11pt; }
      h1, h2, h3, h4, h5, caption { break-after: avoid; }
      p, li { orphans: 3; widows: 3; }
      .scroll { overflow: visible; }
      table { font-size: 9pt; line-height: 1.3; }
      .dense table, .dense .notes { font-size: 7.5pt; }
      .dense caption { font-size: 9pt; }
      .dense th, .dense td { padding-left: .2rem; padding-right: .2rem; }
      .dense tbody th:not([colspan]) { min-width: 0; }
      th, td { padding-top: .12rem; padding-bottom: .12rem; }
      .block > tr:first-child > *, .block + tbody > tr:first-child > * { padding-top: .3rem; }
      figure { margin: 14pt 0; }
      footer { margin-top: 14pt; padding-top: 6pt; }
      .notes, figcaption, footer { font-size: 8.5pt; }
      thead { display: table-header-group; }
      /* A table that a page can hold stands on one. */
      tr, tbody, .picture, .notes, .table:not(:has(tbody:nth-of-type(14))) { break-inside: avoid; }
      .notes, footer { break-before: avoid; }
      .picture .scroll { padding: 0; }
    }
    \(boxWidths)

    """

/// The classes of the boxes of ``NumberColumn``: `w7` is seven half digits wide.
private let boxWidths = (1...NumberColumn.widestBox).map { ".w\($0){min-width:\($0 / 2)\($0 % 2 == 0 ? "" : ".5")ch}" }
    .joined(separator: "\n")
