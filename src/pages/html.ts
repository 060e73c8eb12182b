import { escapeHtml } from '../platform/escape-html.ts';

/** Markup that is safe to send: made by `html`, or said to be by `trusted`. */
export interface Html {
  readonly markup: string;
}

/** What a template takes: texts are escaped, markup is not; null, undefined and false are nothing. */
export type HtmlValue = string | number | Html | null | undefined | false | readonly HtmlValue[];

/**
 * Markup with every value escaped: html`<p title="${text}">${text}</p>`. Attributes must be quoted, and
 * a value is never the place of a tag, an attribute's name, a style or a script.
 */
export const html = (parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html => ({
  markup: parts.map((part, n) => part + markupOf(values[n])).join(''),
});

/** Our own markup, style or script as it is. Never what came from outside. */
export const trusted = (markup: string): Html => ({ markup });

const markupOf = (value: HtmlValue): string => {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  if ('markup' in value) return value.markup;
  return value.map(markupOf).join('');
};
