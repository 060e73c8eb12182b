import { createHash } from 'node:crypto';
import { problemKinds } from '../http/problem-kinds.ts';
import type { Json, JsonObject } from './components.ts';
import { introduction } from './docs-introduction.ts';
import { docsStyle } from './docs-style.ts';
import { type Html, html, Html as Markup } from './html.ts';
import { schemaView, typeOf } from './schema-view.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Json;
}

interface Media {
  readonly schema: Json;
  readonly example?: Json;
}

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security?: readonly Json[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content: Readonly<Record<string, Media>> }>
  >;
}

interface Located extends Operation {
  readonly method: string;
  readonly path: string;
}

/** The page's only style is its own: nothing else may load, and nothing may run. */
export const docsPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(docsStyle).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const shellQuote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** A request that can be pasted into a terminal. */
const curl = (publicUrl: string, { method, path, requestBody, security }: Located): string => {
  const lines = [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}${shellQuote(publicUrl + path)}`,
  ];
  if (security === undefined) lines.push(`-H "Authorization: Bearer $NAVETTE_KEY"`);
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (type !== undefined && media?.example !== undefined) {
    const body = typeof media.example === 'string' ? media.example : JSON.stringify(media.example, null, 2);
    lines.push(`-H 'Content-Type: ${type}'`, `--data-binary ${shellQuote(body)}`);
  }
  return lines.join(' \\\n  ');
};

const parametersView = (parameters: readonly Parameter[]): Html | null =>
  parameters.length === 0
    ? null
    : html`<h4>Parameters</h4><ul class="fields">${parameters.map(
        ({ name, in: where, required, description, schema }) =>
          html`<li><code class="name">${name}</code> <span class="type">in ${where}, ${typeOf(schema)}</span>${
            required ? html` <b>required</b>` : ''
          }${description === undefined ? '' : html`<br />${description}`}</li>`,
      )}</ul>`;

const contentView = (content: Readonly<Record<string, Media>>): Html =>
  html`${Object.entries(content).map(
    ([type, { schema }]) =>
      html`${type === 'application/json' ? '' : html`<p><code>${type}</code></p>`}${schemaView(schema)}`,
  )}`;

const answersView = ({ responses }: Operation): Html =>
  html`<h4>Answers</h4><dl>${Object.entries(responses).map(
    ([status, { description, content }]) =>
      html`<dt>${status}</dt><dd><p>${inlineCode(description)}</p>${
        content['application/problem+json'] === undefined ? contentView(content) : ''
      }</dd>`,
  )}</dl>`;

/** Backquotes of a description as code. */
const inlineCode = (text: string): Html =>
  html`${text.split('`').map((part, n) => (n % 2 === 1 ? html`<code>${part}</code>` : part))}`;

const operationView = (publicUrl: string, operation: Located): Html => html`
<section class="operation" id="${operation.operationId}" aria-labelledby="${operation.operationId}-title">
<h3 id="${operation.operationId}-title"><span class="method">${operation.method.toUpperCase()}</span> <code>${operation.path}</code></h3>
<p>${operation.summary}.${operation.description === undefined ? '' : html` ${inlineCode(operation.description)}`}</p>
${parametersView(operation.parameters)}
${operation.requestBody === undefined ? '' : html`<h4>Body</h4>${contentView(operation.requestBody.content)}`}
<h4>Example</h4><pre tabindex="0"><code>${curl(publicUrl, operation)}</code></pre>
${answersView(operation)}
</section>`;

const problemsView = (): Html =>
  html`<section id="problems"><h2>Problems</h2>${Object.entries(problemKinds).map(
    ([code, { status, title, advice }]) =>
      html`<section id="problem-${code}"><h3>${status} <code>${code}</code></h3><p>${title}. ${inlineCode(advice)}</p></section>`,
  )}</section>`;

/** Readable documentation, made of the OpenAPI document: one page, no script, nothing from elsewhere. */
export const docsPage = (document: JsonObject, publicUrl: string): string => {
  const operations = Object.entries(document.paths as JsonObject).flatMap(([path, item]) =>
    Object.entries(item as JsonObject).map(
      ([method, operation]): Located => ({ ...(operation as unknown as Operation), method, path }),
    ),
  );
  const tags = document.tags as { name: string; description: string }[];
  const schemas = (document.components as { schemas: JsonObject }).schemas;
  const anchor = (name: string): string => `tag-${name.toLowerCase().replaceAll(' ', '-')}`;
  const ofTag = (name: string) => operations.filter((operation) => operation.tags[0] === name);
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Navette API</title><style>${new Markup(docsStyle)}</style></head><body>
<a class="skip" href="#content">To the content</a>
<header><h1>Navette API</h1><p>Version ${String((document.info as JsonObject).version)}. For programs: <a href="/openapi.json">openapi.json</a>.</p></header>
<nav aria-label="Contents"><ul>${tags.map(
    ({ name }) =>
      html`<li><a href="#${anchor(name)}">${name}</a><ul>${ofTag(name).map(
        ({ operationId, summary }) => html`<li><a href="#${operationId}">${summary}</a></li>`,
      )}</ul></li>`,
  )}<li><a href="#problems">Problems</a></li><li><a href="#schemas">Schemas</a></li></ul></nav>
<main id="content">${introduction(publicUrl)}
${tags.map(
  ({ name, description }) =>
    html`<section id="${anchor(name)}"><h2>${name}</h2><p>${description}</p>${ofTag(name).map((operation) =>
      operationView(publicUrl, operation),
    )}</section>`,
)}
${problemsView()}
<section id="schemas"><h2>Schemas</h2>${Object.entries(schemas).map(
    ([name, schema]) => html`<section id="schema-${name}"><h3>${name}</h3>${schemaView(schema)}</section>`,
  )}</section>
</main></body></html>`.text;
};
