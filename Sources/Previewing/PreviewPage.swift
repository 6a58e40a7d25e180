/// The page around the report: it shows the report in a frame, loads it again when a build was done, and shows messages.
///
/// The report itself holds no script and stays as the bundle has it. Messages are set as text, never as markup.
enum PreviewPage {
    /// Nothing but what this server gives, no form, no frame around the page.
    static let policy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-src 'self'", "connect-src 'self'",
        "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")

    static let html = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>greenwood preview</title>
        <link rel="stylesheet" href="/preview.css"/>
        <script src="/preview.js" defer></script>
        </head>
        <body>
        <section id="status" role="status" aria-live="polite" hidden>
        <h1 id="heading"></h1>
        <pre id="messages"></pre>
        </section>
        <iframe id="report" title="Report" hidden></iframe>
        <p id="waiting">The report is being made.</p>
        </body>
        </html>

        """

    static let script = """
        "use strict";
        const element = name => document.getElementById(name);
        let version = -1;
        let reportVersion = 0;

        function show(status) {
          version = status.version;
          const panel = element("status");
          const text = status.messages || status.changes;
          panel.hidden = text === "";
          panel.className = status.isFaulty ? "faulty" : status.messages ? "warning" : "changed";
          element("heading").textContent = status.isFaulty
            ? (status.reportVersion > 0 ? "At fault: the report below is the last good one" : "At fault: no report yet")
            : status.messages ? "Made, with remarks" : "Made again";
          element("messages").textContent = text;
          element("waiting").hidden = status.version > 0;
          if (status.reportVersion !== reportVersion) load(status.reportVersion);
        }

        function load(next) {
          const frame = element("report");
          const top = reportVersion > 0 ? frame.contentWindow.scrollY : 0;
          reportVersion = next;
          frame.onload = () => frame.contentWindow.scrollTo(0, top);
          frame.hidden = false;
          frame.src = "/report?version=" + next;
        }

        async function follow() {
          for (;;) {
            try {
              const answer = await fetch("/status?after=" + version, { cache: "no-store" });
              show(await answer.json());
            } catch {
              element("status").hidden = false;
              element("status").className = "faulty";
              element("heading").textContent = "greenwood watch has ended";
              element("messages").textContent = "Start it again to go on.";
              await new Promise(done => setTimeout(done, 1000));
              version = -1;
            }
          }
        }

        follow();

        """

    static let stylesheet = """
        html, body { height: 100%; margin: 0; }
        body { display: flex; flex-direction: column; font: 15px/1.45 system-ui, sans-serif; }
        iframe { flex: 1; border: 0; width: 100%; }
        [hidden] { display: none; }
        section { max-height: 45vh; overflow: auto; padding: 0.6rem 1rem; border-bottom: 3px solid #2f7d4f; }
        section.faulty { border-color: #b3261e; background: #fdecea; color: #410e0b; }
        section.warning { border-color: #a86500; background: #fff6e5; color: #3d2500; }
        section.changed { background: #eef7f0; color: #10331d; }
        h1 { font-size: 1rem; margin: 0 0 0.3rem; }
        pre { margin: 0; white-space: pre-wrap; font: 13px/1.4 ui-monospace, monospace; }
        #waiting { margin: 2rem auto; }

        """
}
