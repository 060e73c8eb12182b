/** A reading that costs something and that many ask for. */
export interface Rationed<T> {
  /** The last reading if it is young enough, else the next one; shared by all who ask meanwhile. */
  read(): Promise<T>;
  /** Something has changed: the next reading is a new one. */
  forget(): void;
}

export interface RationedOptions {
  /** A reading is young for this long at least. */
  readonly everyMs: number;
  /** A reading that took long is young for this many times as long: 10 is a tenth of one connection. */
  readonly rest: number;
  readonly now?: () => number;
}

/** Readings are shared and rationed, so that ten open browsers cost as much as one. A failure is not kept. */
export const rationed = <T>(
  load: () => Promise<T>,
  { everyMs, rest, now = Date.now }: RationedOptions,
): Rationed<T> => {
  let current: { readonly reading: Promise<T>; youngUntil: number } | undefined;
  return {
    read: () => {
      if (current !== undefined && now() < current.youngUntil) return current.reading;
      const startedAt = now();
      const entry = { reading: load(), youngUntil: Number.POSITIVE_INFINITY };
      current = entry;
      entry.reading.then(
        () => {
          const endedAt = now();
          entry.youngUntil = endedAt + Math.max(everyMs, rest * (endedAt - startedAt));
        },
        () => {
          entry.youngUntil = 0;
        },
      );
      return entry.reading;
    },
    forget: () => {
      current = undefined;
    },
  };
};

/** Runs one at a time, in the order asked for. */
export const createTurns = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
};

export type Turns = ReturnType<typeof createTurns>;
