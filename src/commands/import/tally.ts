/** What became of the lines so far. */
export interface Tally {
  /** Lines with a job. */
  readonly accepted: number;
  /** Of those, lines whose order was there before. */
  readonly replayed: number;
  /** Orders among the accepted lines; a CSV may have several lines for one. */
  readonly orders: number;
  /** Lines that were not accepted, by code. */
  readonly errors: Readonly<Record<string, number>>;
}

export const noTally: Tally = { accepted: 0, replayed: 0, orders: 0, errors: {} };

export const errorCount = ({ errors }: Tally): number =>
  Object.values(errors).reduce((sum, count) => sum + count, 0);

export const addTallies = (a: Tally, b: Tally): Tally => {
  const errors: Record<string, number> = { ...a.errors };
  for (const [code, count] of Object.entries(b.errors)) errors[code] = (errors[code] ?? 0) + count;
  return {
    accepted: a.accepted + b.accepted,
    replayed: a.replayed + b.replayed,
    orders: a.orders + b.orders,
    errors,
  };
};
