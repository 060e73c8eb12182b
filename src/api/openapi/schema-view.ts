import type { Json, JsonObject } from './components.ts';
import { type Html, html } from './html.ts';

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nameOf = (reference: string): string => reference.replace(/^.*\//, '');

const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

/** Bounds that a reader wants to know, in words. */
const bounds = (schema: JsonObject): string => {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
  const range = (low: Json | undefined, high: Json | undefined, unit: string): string => {
    if (typeof high === 'number' && high < Number.MAX_SAFE_INTEGER) return `, ${low ?? 0} to ${high}${unit}`;
    return typeof low === 'number' && low > Number.MIN_SAFE_INTEGER ? `, at least ${low}${unit}` : '';
  };
  return (
    range(minimum, maximum, '') +
    range(minLength, maxLength, ' characters') +
    range(minItems, maxItems, ' items')
  );
};

/** What a value is, in one line: `text, 1 to 64 characters`, a link to a named schema, or a choice. */
export const typeOf = (schema: Json | undefined): Html => {
  if (!isObject(schema)) return html`anything`;
  if (typeof schema.$ref === 'string') {
    const name = nameOf(schema.$ref);
    return html`<a href="#schema-${name}">${name}</a>`;
  }
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (Array.isArray(schema.enum)) {
    return html`${schema.enum.map((value, n) => html`${n > 0 ? ' | ' : ''}<code>${String(value)}</code>`)}`;
  }
  const branches = [...list(schema.anyOf), ...list(schema.oneOf)];
  if (branches.length > 0)
    return html`${branches.map((branch, n) => html`${n > 0 ? ' | ' : ''}${typeOf(branch)}`)}`;
  if (schema.type === 'array') return html`list of ${typeOf(schema.items)}${bounds(schema)}`;
  if (schema.type === 'object') return html`object`;
  if (schema.type === 'null') return html`null`;
  const format = typeof schema.format === 'string' ? ` (${schema.format})` : '';
  const type = schema.type === 'string' ? 'text' : typeof schema.type === 'string' ? schema.type : 'anything';
  return html`${type}${format}${bounds(schema)}`;
};

/** The object inside a list or a choice, whose fields are shown in place. */
const innerObject = (schema: JsonObject): JsonObject | null => {
  if (isObject(schema.properties)) return schema;
  for (const inner of [schema.items, ...list(schema.anyOf), ...list(schema.oneOf)]) {
    const found = isObject(inner) ? innerObject(inner) : null;
    if (found !== null) return found;
  }
  return null;
};

const fieldView = (name: string, schema: Json, required: boolean): Html => {
  const object = isObject(schema) ? schema : {};
  const inner = innerObject(object);
  const fallback = object.default === undefined || isObject(object.default) || Array.isArray(object.default);
  return html`<li><code class="name">${name}</code> <span class="type">${typeOf(schema)}</span>${
    required ? html` <b>required</b>` : ''
  }${fallback ? '' : html` <span class="type">default <code>${JSON.stringify(object.default)}</code></span>`}${
    typeof object.description === 'string' ? html`<br />${object.description}` : ''
  }${inner === null ? '' : fieldsView(inner)}</li>`;
};

/** The fields of an object, those of nested objects below them. */
export const fieldsView = (schema: JsonObject): Html => {
  const required = new Set(list(schema.required));
  const properties = isObject(schema.properties) ? Object.entries(schema.properties) : [];
  return html`<ul class="fields">${properties.map(([name, field]) => fieldView(name, field, required.has(name)))}</ul>`;
};

/** A whole schema: a link if it has a name, else its type and fields. */
export const schemaView = (schema: Json): Html => {
  if (!isObject(schema)) return html`anything`;
  const inner = innerObject(schema);
  return html`<p class="type">${typeOf(schema)}</p>${inner === null ? '' : fieldsView(inner)}`;
};
