interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupCommitOptions<T, R> {
  /** Commits some items at once; gives each its result. */
  readonly commit: (items: readonly T[]) => Promise<Map<T, R>>;
  /** Whether trying each item alone could show which one is at fault. */
  readonly isItemsFault: (error: unknown) => boolean;
  readonly mostInFlight: number;
  readonly mostItems: number;
}

export interface GroupCommit<T, R> {
  add(item: T): Promise<R>;
  drain(): Promise<void>;
}

/**
 * Gathers what arrives while commits are under way and commits it together: no timer, so a lone
 * request waits for nobody, and a crowd shares the cost of the disk. When a batch fails by the fault
 * of an item each goes again alone, so that only the culprit fails.
 */
export const createGroupCommit = <T, R>(options: GroupCommitOptions<T, R>): GroupCommit<T, R> => {
  const queue: Waiting<T, R>[] = [];
  const idle: (() => void)[] = [];
  let inFlight = 0;

  const settle = async (batch: readonly Waiting<T, R>[]): Promise<void> => {
    try {
      const results = await options.commit(batch.map(({ item }) => item));
      for (const { item, resolve, reject } of batch) {
        const result = results.get(item);
        if (result === undefined) reject(new Error('A committed item got no result'));
        else resolve(result);
      }
    } catch (error) {
      if (batch.length === 1 || !options.isItemsFault(error)) {
        for (const { reject } of batch) reject(error);
        return;
      }
      for (const alone of batch) await settle([alone]);
    }
  };

  const pump = (): void => {
    while (inFlight < options.mostInFlight && queue.length > 0) {
      inFlight += 1;
      void settle(queue.splice(0, options.mostItems)).finally(() => {
        inFlight -= 1;
        pump();
      });
    }
    if (inFlight === 0) for (const resolve of idle.splice(0)) resolve();
  };

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        queue.push({ item, resolve, reject });
        // In the next microtask: everything that this turn of the event loop brings goes together.
        if (queue.length === 1) queueMicrotask(pump);
      }),
    drain: () =>
      inFlight === 0 && queue.length === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve)),
  };
};
