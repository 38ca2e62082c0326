/** The style of the page: the reader's own colours, sizes relative to the reader's font. */
export const STYLE = `
:root{color-scheme:light dark;--text:#1a1d21;--page:#fff;--soft:#f2f4f7;--line:#6b7280;--good:#12652f;--bad:#a3161f;--warn:#7a4a00;--note:#1f4e96}
@media (prefers-color-scheme:dark){:root{--text:#e8eaed;--page:#14171a;--soft:#21262c;--line:#9aa3ad;--good:#7fdc9c;--bad:#ff9a94;--warn:#f2c46d;--note:#9cc3ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:break-word}
main{max-width:72rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}
.headline{border-left:.3rem solid;padding:.5rem 1rem;background:var(--soft)}
.headline.safe,.accepted{color:var(--good)}
.headline.breaks,.severity.breaks,.severity.unproved,.rejected,.refused,.dropped{color:var(--bad)}
.severity.warns,.unacknowledged,.unanswered,.pending{color:var(--warn)}.severity.note{color:var(--note)}
.severity{border:1px solid;border-radius:.3rem;padding:0 .4rem}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse}caption{text-align:left;padding:.3rem 0;font-weight:600}
th,td{border:1px solid var(--line);padding:.2rem .6rem;text-align:center}
th[scope=row]{text-align:left;font-weight:400;min-width:8rem;max-width:30rem}
tr.guilty th[scope=row]{font-weight:700;border-left:.35rem solid var(--bad)}
td.guilty{outline:.2rem solid var(--bad);outline-offset:-.2rem;font-weight:700}
th small{display:block;font-weight:400}
.words{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
td,th{position:relative}.legend span{display:inline-block;margin-right:1.2rem}
details{margin:.5rem 0}summary{cursor:pointer;padding:.2rem 0}
pre{background:var(--soft);padding:.8rem;overflow-x:auto;max-width:100%}
code{font:.9rem/1.45 ui-monospace,monospace}
:focus-visible{outline:.2rem solid var(--note);outline-offset:.1rem}
@media print{details{display:block}}
`;
