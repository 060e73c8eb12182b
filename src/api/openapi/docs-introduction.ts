import { type Html, html } from './html.ts';

/** What holds for every endpoint; the page begins with it. */
export const introduction = (publicUrl: string): Html => html`<section><h2>How it works</h2>
<p>Send your API key as <code>Authorization: Bearer nav_…</code>. A key belongs to one seller; what belongs to another is not found.</p>
<p>A <code>POST</code> that changes something is committed first and worked afterwards. It answers <b>202</b> with a job:
<code>{ "jobId", "status", "links": { "self" } }</code>. Ask <code>GET /v1/jobs/{jobId}</code> what became of it, or send
<code>Prefer: wait=10</code> to get the finished job as <b>200</b> if it ends within that time. A job ends <code>done</code>,
<code>rejected</code> (a business rule refuses it: the reason is in <code>error</code>) or <code>failed</code> (an operator can retry it).</p>
<p>With an <code>Idempotency-Key</code>, the same key and body give the same job and <code>Idempotent-Replayed: true</code>, however
often they are sent. Orders, parcels and messages are also known by their own numbers: the same content again is the same job,
other content is a conflict.</p>
<p>Errors are problem documents (RFC 9457) with a stable <code>code</code>. Wrong input is listed in <code>errors</code>, each with the
path of its field, written as <code>lines[0].quantity</code>.</p>
<p>Lists take <code>limit</code> (up to 200) and <code>cursor</code>, and answer <code>{ "items", "nextCursor" }</code>. Times are RFC 3339
with an offset, local dates <code>YYYY-MM-DD</code>, money whole minor units beside a currency. Unknown fields are ignored.</p>
<pre tabindex="0"><code>export NAVETTE_KEY=nav_…
curl '${publicUrl}/v1/orders?limit=5' -H "Authorization: Bearer $NAVETTE_KEY"</code></pre></section>`;
