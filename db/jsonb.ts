/** A nullable value for a `jsonb[]` parameter. */
export const toJsonb = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);
