/** Inline, and named by its hash in the page's Content-Security-Policy. */
export const docsStyle = `
:root { color-scheme: light dark; --line: #8884; --soft: #8882; --accent: #0a58a8; }
@media (prefers-color-scheme: dark) { :root { --accent: #8ec5ff; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.55 system-ui, sans-serif; }
a { color: var(--accent); }
.skip { position: absolute; left: -999em; }
.skip:focus { left: 1rem; top: 1rem; background: Canvas; padding: .5rem; }
header, main { max-width: 56rem; padding: 1rem 1.5rem; }
nav { padding: 1rem 1.5rem; font-size: .92rem; }
nav ul { list-style: none; margin: 0; padding: 0 0 .4rem .8rem; }
nav > ul { padding-left: 0; }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); }
.operation { margin: 2.5rem 0; }
.method { font-size: .8em; padding: .1em .5em; border: 1px solid var(--line); border-radius: .3em; }
h4 { margin: 1.2rem 0 .2rem; }
code, pre { font: .92em/1.45 ui-monospace, monospace; }
pre { overflow-x: auto; padding: 1rem; background: var(--soft); border-radius: .4rem; }
.fields { margin: .2rem 0; padding-left: 1.2rem; }
.fields li { margin: .15rem 0; }
.name { font-weight: 600; }
.type { opacity: .8; }
dt { font-weight: 600; margin-top: .6rem; }
dd { margin-left: 1.2rem; }
dd p { margin: 0; }
:target { outline: 2px solid var(--accent); outline-offset: .4rem; }
@media (min-width: 70rem) {
  body { display: grid; grid-template-columns: 19rem 1fr; }
  header { grid-column: 2; }
  nav { grid-column: 1; grid-row: 1 / span 2; position: sticky; top: 0; height: 100vh; overflow-y: auto; border-right: 1px solid var(--line); }
}
`;
