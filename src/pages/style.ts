/**
 * The one style sheet of all pages. Colours have a contrast of at least 4.5 to 1 on their ground, in the
 * light and in the dark; nothing is said by colour alone.
 */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #f2f5f7; --card: #ffffff; --ink: #17232c; --soft: #536470; --line: #d8e0e6;
  --accent: #0b5a80; --accent-ink: #ffffff; --accent-soft: #e3f0f7;
  --good: #1c6b3f; --warn: #8a4b00; --warn-soft: #fdf1dd; --bad: #a1262b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #12171b; --card: #1b2228; --ink: #e7edf1; --soft: #a3b2bd; --line: #323d46;
    --accent: #7cc4e8; --accent-ink: #0d1e29; --accent-soft: #1f3542;
    --good: #7fd3a3; --warn: #f0bd72; --warn-soft: #3a2d18; --bad: #f59a9d;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; overflow-wrap: anywhere; }
.page { max-width: 42rem; margin: 0 auto; padding: 1rem 1rem 3rem; }
.page.wide { max-width: 72rem; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: space-between; align-items: baseline; padding: .25rem 0 1rem; color: var(--soft); font-size: .9375rem; }
header .name { font-weight: 600; color: var(--ink); }
footer { padding: .5rem 0; color: var(--soft); font-size: .875rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; letter-spacing: -.01em; }
h2 { font-size: 1.125rem; line-height: 1.3; margin: 0 0 .75rem; }
h3 { font-size: .9375rem; margin: 1.25rem 0 .5rem; }
p { margin: 0 0 .75rem; }
p:last-child { margin-bottom: 0; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, button:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.25rem; margin: 0 0 1rem; }
.eyebrow, .soft { color: var(--soft); }
.eyebrow { margin: 0 0 .25rem; font-size: .9375rem; }
.lead { font-size: 1.0625rem; }
.good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); }
.note { margin: .75rem 0 0; background: var(--warn-soft); color: var(--warn); border-radius: 8px; padding: .75rem 1rem; }
.when { background: var(--accent-soft); border-radius: 8px; padding: .75rem 1rem; margin: 1rem 0 0; }
.when strong { display: block; font-size: 1.125rem; line-height: 1.35; }
.when strong::first-letter { text-transform: uppercase; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 .625rem; font-size: .875rem; list-style: none; margin: 0; padding: 0; }
nav a, nav [aria-current] { display: inline-block; padding: .25rem 0; }
nav [aria-current] { font-weight: 600; color: var(--ink); }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 0; }
dt { color: var(--soft); } dd { margin: 0; }
.steps { display: flex; list-style: none; margin: 1.25rem 0 0; padding: 0; font-size: .875rem; white-space: nowrap; }
.steps li { flex: 1; position: relative; padding-top: 1.5rem; color: var(--soft); text-align: center; }
.steps li:first-child { text-align: left; } .steps li:last-child { text-align: right; }
.steps li::before { content: ""; position: absolute; top: .4375rem; left: 0; right: 0; height: 3px; background: var(--line); }
.steps li::after { content: ""; position: absolute; top: 0; left: calc(50% - .5625rem); width: 1.125rem; height: 1.125rem; border-radius: 50%; background: var(--card); border: 3px solid var(--line); }
.steps li:first-child::after { left: 0; } .steps li:last-child::after { left: auto; right: 0; }
.steps .done { color: var(--ink); } .steps [aria-current] { font-weight: 600; }
.steps .done::before, .steps .done::after { background: var(--accent); border-color: var(--accent); }
.steps [aria-current]:not(:last-child)::before { background: linear-gradient(90deg, var(--accent) 50%, var(--line) 50%); }
.steps [aria-current]:first-child::before { background: var(--line); }
.scans { list-style: none; margin: 0 0 0 5px; padding: 0 0 0 1.25rem; border-left: 3px solid var(--line); }
.scans li { position: relative; padding: 0 0 1rem; }
.scans li:last-child { padding-bottom: 0; }
.scans li::before { content: ""; position: absolute; left: calc(-1.25rem - 8px); top: .4375rem; width: .8125rem; height: .8125rem; border-radius: 50%; background: var(--line); }
.scans li:first-child::before { background: var(--accent); }
.scans li:first-child .what { font-weight: 600; }
.scans time, .scans .where { color: var(--soft); font-size: .9375rem; }
.scans time { display: block; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; padding: .625rem .75rem .625rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--soft); font-weight: 600; font-size: .875rem; }
pre { white-space: pre-wrap; font: .9375rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; margin: 0; }
iframe { display: block; width: 100%; height: 36rem; border: 1px solid var(--line); border-radius: 8px; background: #ffffff; }
.rows { list-style: none; margin: 0; padding: 0; }
.rows li { border-bottom: 1px solid var(--line); }
.rows li:last-child { border-bottom: 0; }
.rows li:last-child a { padding-bottom: 0; }
.rows a { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr auto; gap: 0 1rem; padding: .75rem 0; color: inherit; text-decoration: none; }
.rows a:hover .subject { text-decoration: underline; }
.rows .subject { font-weight: 600; }
@media (max-width: 40rem) {
  h1 { font-size: 1.5rem; }
  .rows a { grid-template-columns: 1fr auto; }
  .rows .subject { grid-column: 1 / -1; }
}
@page { margin: 15mm; }
@media print {
  :root { color-scheme: light; --ground: #fff; --card: #fff; --ink: #000; --soft: #333; --line: #999; --accent: #000; --accent-soft: #fff; --warn-soft: #fff; --warn: #000; --good: #000; --bad: #000; }
  body { font-size: 11pt; }
  .page { max-width: none; padding: 0; }
  nav, iframe { display: none; }
  .card { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: .75rem 0; break-inside: avoid-page; }
  .when, .note { padding: 0; }
  .steps li::before, .steps li::after, .scans li::before { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
