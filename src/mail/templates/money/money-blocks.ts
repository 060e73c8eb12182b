import { linesOf } from '../fold-lines.ts';
import type { MailBlock } from '../mail-blocks.ts';
import { counted, shortened } from '../returns/return-items.ts';
import type { MailLine } from './money-mail-kinds.ts';

/** Of a list; with more, Gmail would cut the mail at 102 kB. */
const mostItems = 100;
/** A provider's words about a refusal; its codes are shorter. */
const longestDetail = 300;

/** Units of an order; nothing where there are none. */
export const unitItems = (heading: string, lines: readonly MailLine[]): readonly MailBlock[] =>
  lines.length === 0
    ? []
    : [
        {
          kind: 'items',
          heading,
          items: lines.map(({ title, quantity }) => ({ title: counted(quantity, title), notes: [] })),
        },
      ];

/** The beginning of a long list, and how many more there are. */
export const listed = <T>(
  all: readonly T[],
  heading: string,
  {
    itemOf,
    more,
  }: {
    readonly itemOf: (one: T) => { readonly title: string; readonly notes: readonly string[] };
    readonly more: (count: number) => string;
  },
): readonly MailBlock[] => {
  if (all.length === 0) return [];
  const left = all.length - mostItems;
  const items = all.slice(0, mostItems).map(itemOf);
  return [{ kind: 'items', heading, items: left > 0 ? [...items, { title: more(left), notes: [] }] : items }];
};

/** A person's own words below a line that says whose they are; nothing where there are none. */
export const quoted = (heading: string, text: string | null): readonly MailBlock[] =>
  linesOf(text ?? '').join('') === '' ? [] : [heading, { kind: 'quote', text: text ?? '' }];

/** What has a value, each with its name; nothing where none has. */
export const factsOf = (
  all: readonly { readonly label: string; readonly value: string | null }[],
): readonly MailBlock[] => {
  const facts = all.flatMap(({ label, value }) => {
    const said = shortened(value ?? '', longestDetail);
    return said === '' ? [] : [{ label, value: said }];
  });
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }];
};

/** A provider's words without its web addresses: mails lead to no page of somebody else's. */
export const withoutAddresses = (text: string | null): string | null =>
  text === null ? null : text.replace(/\b(?:https?:\/\/|www\.)\S*[^\s.,;:)\]]/gi, '…');
