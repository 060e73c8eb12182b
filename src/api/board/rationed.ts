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
  /** Whose turns it takes; waiting for them does not count as taking long. */
  readonly turns?: Turns;
  readonly now?: () => number;
}

/** Readings are shared and rationed, so that ten open browsers cost as much as one. A failure is not kept. */
export const rationed = <T>(
  load: () => Promise<T>,
  { everyMs, rest, turns = (work) => work(), now = Date.now }: RationedOptions,
): Rationed<T> => {
  let current: { readonly reading: Promise<T>; youngUntil: number } | undefined;
  return {
    read: () => {
      if (current !== undefined && now() < current.youngUntil) return current.reading;
      let startedAt = now();
      const reading = turns(() => {
        startedAt = now();
        return load();
      });
      const entry = { reading, youngUntil: Number.POSITIVE_INFINITY };
      current = entry;
      reading.then(
        () => {
          const endedAt = now();
          entry.youngUntil = endedAt + Math.max(everyMs, rest * (endedAt - startedAt));
        },
        () => {
          entry.youngUntil = 0;
        },
      );
      return reading;
    },
    forget: () => {
      current = undefined;
    },
  };
};

export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs one at a time, in the order asked for. */
export const createTurns = (): Turns => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
};
