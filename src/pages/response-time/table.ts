import { type Html, type HtmlValue, html } from '../html.ts';

export interface Table {
  /** How style.ts draws it. */
  readonly kind: 'figures' | 'days' | 'waiting';
  readonly label: string;
  /** The first is of the rows' names. */
  readonly heads: readonly HtmlValue[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly name: HtmlValue;
  readonly cells: readonly HtmlValue[];
  /** A part of the row above. */
  readonly part?: boolean;
}

/**
 * A table that scrolls by itself if it is too wide. Where the screen is narrow style.ts makes blocks of its
 * rows, which to some screen readers is a table no more: hence the roles.
 */
export const table = ({ kind, label, heads, rows }: Table): Html =>
  html`<div class="scroll" role="region" tabindex="0" aria-label="${label}"><table class="${kind}" role="table" aria-label="${label}">
<thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th scope="col" role="columnheader">${head}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map((row) => tableRow(row, heads))}</tbody>
</table></div>`;

const tableRow = ({ name, cells, part = false }: TableRow, heads: Table['heads']): Html =>
  html`<tr role="row"><th scope="row" role="rowheader"${part && html` class="part"`}>${name}</th>${cells.map(
    (cell, n) => html`<td role="cell"${headOf(heads[n + 1])}>${cell}</td>`,
  )}</tr>
`;

/** For style.ts to say it again where the heads are out of sight. */
const headOf = (head: HtmlValue): Html | null =>
  typeof head === 'string' ? html` data-head="${head}"` : null;
