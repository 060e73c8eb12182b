/**
 * The one style sheet of all pages. Colours have a contrast of at least 4.5 to 1 on their ground, in the
 * light and in the dark; nothing is said by colour alone.
 */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #f2f5f7; --card: #ffffff; --ink: #17232c; --soft: #536470; --line: #d8e0e6; --edge: #7d8c97;
  --accent: #0b5a80; --accent-ink: #ffffff; --accent-soft: #e3f0f7;
  --good: #1c6b3f; --warn: #8a4b00; --warn-soft: #fdf1dd; --bad: #a1262b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #12171b; --card: #1b2228; --ink: #e7edf1; --soft: #a3b2bd; --line: #323d46; --edge: #7b8a95;
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
a:focus-visible, button:focus-visible, summary:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible, .errors:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
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
form { margin: 1.25rem 0 0; }
.card > form:first-child { margin: 0; }
.field { margin: 0 0 1.25rem; }
label, legend { font-weight: 600; }
.field > label:not(.choice) { display: block; margin: 0 0 .25rem; }
.hint { display: block; font-weight: 400; color: var(--soft); font-size: .9375rem; margin: 0 0 .375rem; }
.error { color: var(--bad); font-weight: 600; margin: 0 0 .375rem; }
input, select, textarea, button, .button { font: inherit; }
input:not([type=radio]):not([type=checkbox]):not([type=file]), select, textarea { display: block; width: 100%; color: var(--ink); background: var(--card); border: 1px solid var(--edge); border-radius: 8px; padding: .625rem .75rem; min-height: 2.875rem; }
input[type=file] { display: block; max-width: 100%; padding: .375rem 0; }
textarea { resize: vertical; line-height: 1.45; }
[aria-invalid=true]:not(fieldset) { border: 2px solid var(--bad); }
input[type=radio], input[type=checkbox] { width: 1.25rem; height: 1.25rem; margin: .125rem 0 0; flex: none; accent-color: var(--accent); }
fieldset { border: 0; margin: 0 0 1.25rem; padding: 0; min-width: 0; }
legend { padding: 0; margin: 0 0 .5rem; font-size: 1.0625rem; }
.option { border: 1px solid var(--line); border-radius: 8px; margin: 0 0 .5rem; }
.option > label { display: flex; gap: .75rem; padding: .75rem; font-weight: 400; cursor: pointer; }
.option .hint { margin: 0; }
.option:has(> label > input:checked) { border-color: var(--accent); background: var(--accent-soft); }
.option .more { padding: 0 .75rem .75rem 2.75rem; }
.option .more > :last-child { margin-bottom: 0; }
.option:not(:has(> label > input:checked)) > .more { display: none; }
.choice { display: flex; gap: .75rem; border: 2px solid var(--edge); border-radius: 8px; padding: .875rem .75rem; cursor: pointer; }
.choice:has(input:checked) { border-color: var(--accent); background: var(--accent-soft); }
.beside { display: grid; gap: 0 1rem; }
.count { max-width: 24rem; } .count input { max-width: 7rem; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.25rem 0 0; }
button, .button { display: inline-block; background: var(--accent); color: var(--accent-ink); border: 2px solid transparent; border-radius: 8px; padding: .625rem 1.25rem; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; }
button:hover, .button:hover { filter: brightness(1.1); }
.errors { border: 2px solid var(--bad); border-radius: 8px; padding: .875rem 1rem; margin: 1rem 0 0; }
.errors h2 { color: var(--bad); font-size: 1rem; margin: 0 0 .375rem; }
.errors ul { margin: 0; padding-left: 1.25rem; }
.errors a { color: var(--bad); }
.note.first { margin: 0 0 1rem; }
.notice { background: var(--warn-soft); border-color: var(--warn); }
.notice h2 { color: var(--warn); }
.notice ul, .offers { margin: 0; padding-left: 1.25rem; }
.notice li + li { margin-top: .375rem; }
.offers li { padding: .25rem 0; }
.items { list-style: none; margin: 1rem 0 0; padding: 0; }
.items li { border-top: 1px solid var(--line); padding: .75rem 0; }
.items li:last-child { padding-bottom: 0; }
.facts { margin: 1rem 0 0; }
.card > .facts:first-child { margin: 0; }
.typed, .said { white-space: pre-line; }
.said { margin: .125rem 0; }
.card > ul:not([class]) { margin: 0 0 .75rem; padding-left: 1.25rem; }
.card > ul:not([class]):last-child { margin-bottom: 0; }
.todo { margin: 0; padding-left: 1.5rem; } .todo li { padding: .25rem 0; }
.chooser { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline; font-size: .9375rem; margin: .25rem 0 0; }
.chooser ul { font-size: inherit; gap: 0 1rem; }
.counts { display: grid; grid-template-columns: repeat(3, 1fr); gap: .75rem; list-style: none; margin: 1rem 0; padding: 0; overflow-wrap: normal; }
.counts li { border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1rem; line-height: 1.3; }
.counts strong { display: block; font-size: 2rem; line-height: 1.15; font-variant-numeric: tabular-nums; }
.times { display: flex; flex-wrap: wrap; gap: 0 1rem; font-size: .9375rem; }
.scroll { overflow-x: auto; overflow-wrap: normal; }
.scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.scroll tbody th { color: inherit; font-size: inherit; }
.scroll tbody tr:last-child > * { border-bottom: 0; }
.scroll tbody th { overflow-wrap: anywhere; }
.days td { white-space: nowrap; }
.scroll .part { font-weight: 400; padding-left: 1rem; }
.scroll + p { margin-top: .75rem; }
.figures th:not(:first-child), .figures td, .days th:not(:first-child), .days td { text-align: right; font-variant-numeric: tabular-nums; }
.figures td { white-space: nowrap; }
.waiting { font-size: .9375rem; } .waiting tbody th, .waiting time { white-space: nowrap; }
.dates { display: block; font-weight: 400; font-size: .8125rem; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 0 0 .75rem; padding: 0; font-size: .9375rem; }
.legend svg { vertical-align: -.125rem; }
.bars { display: block; width: calc(100% - 3.75rem); height: 12rem; margin: .75rem 1.25rem 2.5rem 2.5rem; overflow: visible; }
.bars text { fill: var(--soft); font-size: .75rem; }
.grid { stroke: var(--line); }
.hit { fill: none; pointer-events: all; }
.bar.in-time { fill: var(--good); stroke: var(--good); }
.bar.late { fill: url(#late); stroke: var(--bad); }
.bar.open { fill: url(#open); stroke: var(--edge); }
.ground { fill: var(--card); } .stripe { fill: var(--bad); } .dot { fill: var(--edge); }
@media (min-width: 30rem) {
  .beside { grid-template-columns: 10rem 1fr; }
}
@media (max-width: 40rem) {
  .actions > * { flex: 1 1 100%; }
  .option .more { padding-left: .75rem; }
  h1 { font-size: 1.5rem; }
  .rows a { grid-template-columns: 1fr auto; }
  .rows .subject { grid-column: 1 / -1; }
  .counts { gap: .5rem; } .counts li { padding: .5rem .625rem; font-size: .875rem; }
  .figures tr, .waiting tr { display: grid; border-bottom: 1px solid var(--line); padding: .5rem 0; }
  .scroll tbody tr:last-child { border-bottom: 0; padding-bottom: 0; }
  .figures tr > *, .waiting tr > * { border: 0; padding: 0; }
  .figures tr { grid-template-columns: repeat(3, minmax(0, 1fr)) 4.5rem; gap: .125rem .375rem; }
  .figures td { font-size: .875rem; white-space: normal; } .figures thead th { font-size: .8125rem; }
  .figures tr > :first-child { grid-column: 1 / -1; }
  .waiting thead { position: absolute; clip-path: inset(50%); }
  .waiting tbody th { white-space: normal; overflow-wrap: anywhere; }
  .waiting tr > :last-child { grid-row: 2; }
  .waiting tr > :nth-child(n + 2):not(:last-child) { color: var(--soft); font-size: .9375rem; }
  .waiting td:nth-child(n + 3):not(:last-child)::before { content: attr(data-head) " "; }
}
@page { margin: 15mm; }
@media print {
  :root { color-scheme: light; --ground: #fff; --card: #fff; --ink: #000; --soft: #333; --line: #999; --accent: #000; --accent-soft: #fff; --warn-soft: #fff; --warn: #000; --good: #000; --bad: #000; }
  body { font-size: 11pt; }
  .page { max-width: none; padding: 0; }
  nav, iframe, form { display: none; }
  .card { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: .75rem 0; break-inside: avoid-page; }
  .when, .note { padding: 0; }
  .steps li::before, .steps li::after, .scans li::before { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
