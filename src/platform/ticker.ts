export interface Ticker {
  /** Run as soon as the current round is over. */
  nudge(): void;
  /** No further round; resolves when the current one is over. */
  stop(): Promise<void>;
}

/**
 * Runs `round` again and again, never twice at once: at once when it returns true (there is more) or
 * was nudged, else after the interval. An error is reported and the interval kept, nudged or not: who
 * nudges because work failed would make it spin.
 */
export const every = (
  intervalMs: number,
  round: () => Promise<boolean>,
  onError: (error: unknown) => void,
): Ticker => {
  let stopped = false;
  let nudged = false;
  let wake: (() => void) | null = null;

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, intervalMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    while (!stopped) {
      nudged = false;
      let more = false;
      try {
        more = await round();
      } catch (error) {
        onError(error);
        nudged = false;
      }
      if (!stopped && !more && !nudged) await pause();
      wake = null;
    }
  };

  const finished = run();
  return {
    nudge: () => {
      nudged = true;
      wake?.();
    },
    stop: () => {
      stopped = true;
      wake?.();
      return finished;
    },
  };
};
