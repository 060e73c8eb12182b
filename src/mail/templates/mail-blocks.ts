import type { Language } from '../../domain/languages.ts';
import { foldHtml, foldText, linesOf } from './fold-lines.ts';

export interface MailItem {
  readonly title: string;
  readonly notes: readonly string[];
}

/** A part of what a mail says. Plain text throughout; a bare string is a paragraph. */
export type MailBlock =
  | string
  | { readonly kind: 'items'; readonly heading: string; readonly items: readonly MailItem[] }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  /** In this order. */
  | { readonly kind: 'steps'; readonly heading: string; readonly steps: readonly string[] }
  /** Somebody's own words, their line breaks kept. */
  | { readonly kind: 'quote'; readonly text: string };

/** French sets a no-break space before it. */
export const colon: Record<Language, string> = { fr: '\u00a0:', en: ':', de: ':', it: ':', es: ':' };

export const blockText = (block: MailBlock, language: Language): string =>
  isQuote(block) ? quoteText(block.text) : foldText(plainText(block, colon[language]));

type Quote = Extract<MailBlock, { kind: 'quote' }>;

const isQuote = (block: MailBlock): block is Quote => typeof block !== 'string' && block.kind === 'quote';

/** Folded before it is marked, so that every line of it bears the mark. */
const quoteText = (text: string): string =>
  linesOf(foldText(text))
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

const plainText = (block: Exclude<MailBlock, Quote>, colonSign: string): string => {
  if (typeof block === 'string') return block;
  switch (block.kind) {
    case 'items': {
      const items = block.items.flatMap(({ title, notes }) => [
        `- ${title}`,
        ...notes.map((note) => `  ${note}`),
      ]);
      return [`${block.heading}${colonSign}`, ...items].join('\n');
    }
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}${colonSign} ${value}`).join('\n');
    case 'steps':
      return [
        `${block.heading}${colonSign}`,
        ...block.steps.map((step, index) => `${index + 1}. ${step}`),
      ].join('\n');
    default:
      return block satisfies never;
  }
};

/** Headings and labels look like it here, and need no colon. */
export const blockHtml = (block: MailBlock): string => {
  if (typeof block === 'string') return `<p style="margin:0 0 16px">${foldHtml(block)}</p>`;
  const heading = (text: string): string => `<p style="margin:0 0 6px;font-weight:600">${foldHtml(text)}</p>`;
  switch (block.kind) {
    case 'items':
      return `${heading(block.heading)}\n${box(block.items.map(itemHtml))}`;
    case 'facts':
      return box(
        block.facts.map(({ label, value }) => `${soft(label)}<br>\n<strong>${foldHtml(value)}</strong>`),
      );
    case 'steps':
      return `${heading(block.heading)}\n<ol style="margin:0 0 16px;padding:0 0 0 24px">\n${block.steps
        .map((step) => `<li style="margin:0 0 6px">${foldHtml(step)}</li>`)
        .join('\n')}\n</ol>`;
    case 'quote':
      return `<blockquote class="line" style="margin:0 0 16px;padding:2px 0 2px 14px;border-left:3px solid #a9bac6">${linesOf(
        block.text,
      )
        .map(foldHtml)
        .join('<br>\n')}</blockquote>`;
    default:
      return block satisfies never;
  }
};

const soft = (text: string): string =>
  `<span class="soft" style="color:#5b6b77;font-size:14px">${foldHtml(text)}</span>`;

const itemHtml = ({ title, notes }: MailItem): string => [foldHtml(title), ...notes.map(soft)].join('<br>\n');

/** A row for each thing, apart from each other: a table, since mail programs know little else. */
const box = (
  rows: readonly string[],
): string => `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px">
${rows
  .map(
    (row) =>
      `<tr><td class="line" style="padding:6px 0 6px 14px;border-left:3px solid #a9bac6">${row}</td></tr>`,
  )
  .join('\n')}
</table>`;
