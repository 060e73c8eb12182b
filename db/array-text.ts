type Element = string | number | boolean | null | undefined;

const toEscape = /["\\]/;
const escapes = /["\\]/g;

const elementText = (value: Element): string => {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value !== 'string') return String(value);
  return `"${toEscape.test(value) ? value.replace(escapes, '\\$&') : value}"`;
};

/**
 * A column of a set-based statement as PostgreSQL reads an array, for a parameter with a cast (`::text[]`). The
 * driver would make the same of a list, with two regular expressions for each element, which a profile of order jobs shows.
 */
export const arrayText = (values: readonly Element[]): string => `{${values.map(elementText).join(',')}}`;

/**
 * The same of values that become JSON; null and undefined become NULL. JSON of JSON is the array's way to escape:
 * JSON has no bare control characters, so that only quotes and backslashes are left.
 */
export const jsonArrayText = (values: readonly unknown[]): string =>
  `{${values
    .map((value) => (value === null || value === undefined ? 'NULL' : JSON.stringify(JSON.stringify(value))))
    .join(',')}}`;
