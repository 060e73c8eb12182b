type Kind = 'text' | 'integer' | 'boolean' | 'json';

/** A column that is known: where its cells go in an order, and what they are. */
export interface Column {
  readonly name: string;
  readonly kind: Kind;
  /** Of one line of the order, in files with a row per line. */
  readonly ofLine: boolean;
}

const columnsOf = (kind: Kind, ofLine: boolean, names: string): Column[] =>
  names.split(/\s+/).map((name) => ({ name, kind, ofLine }));

export const orderColumns: readonly Column[] = [
  ...columnsOf(
    'text',
    false,
    'channel channelOrderId placedAt purpose shippingSpeed currency fulfilmentCentre',
  ),
  ...columnsOf('text', false, 'payment.status payment.verifiedAt payment.provider payment.reference'),
  ...columnsOf('text', false, 'buyer.name buyer.email buyer.language'),
  ...columnsOf(
    'text',
    false,
    'shipTo.name shipTo.line1 shipTo.line2 shipTo.postalCode shipTo.city shipTo.region',
  ),
  ...columnsOf('text', false, 'shipTo.country shipTo.phone'),
  ...columnsOf(
    'integer',
    false,
    'payment.capturedMinor shippingMinor shippingTaxMinor shippingDiscountMinor',
  ),
  ...columnsOf('boolean', false, 'historical taxIncluded'),
  ...columnsOf('json', false, 'lines'),
  ...columnsOf('text', true, 'lineId sku title'),
  ...columnsOf('integer', true, 'quantity unitPriceMinor discountMinor taxMinor unitCostMinor'),
  ...columnsOf('boolean', true, 'returnable dangerousGoods'),
];

const byName = new Map(orderColumns.map((column) => [column.name.toLowerCase(), column]));

/** Null for a column that means nothing here: it is ignored. */
export const findColumn = (header: string): Column | null => byName.get(header.trim().toLowerCase()) ?? null;

const parseJson = (cell: string): unknown => {
  try {
    return JSON.parse(cell) as unknown;
  } catch {
    // The schema says what it wanted instead.
    return cell;
  }
};

const booleans = new Map([
  ['true', true],
  ['false', false],
  ['1', true],
  ['0', false],
]);

/** What a cell means; what it cannot mean stays text, for the schema to refuse with the column's path. */
export const readCell = (kind: Kind, cell: string): unknown => {
  switch (kind) {
    case 'text':
      return cell;
    case 'integer':
      return /^\s*-?\d{1,15}\s*$/.test(cell) ? Number(cell) : cell;
    case 'boolean':
      return booleans.get(cell.trim().toLowerCase()) ?? cell;
    case 'json':
      return parseJson(cell);
  }
};
