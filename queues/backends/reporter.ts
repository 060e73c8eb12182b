import type { ReportError } from './types.ts';

const QUIET_MS = 10_000;

/**
 * A store that is away makes each connection of each worker complain several times a second, all alike. One
 * of a kind per ten seconds is heard.
 */
export function throttled(report: ReportError): ReportError {
  const heardAt = new Map<string, number>();
  return (error, source) => {
    // Several addresses tried at once come as one error without a message of its own.
    const kind = (error as NodeJS.ErrnoException).code ?? error.message;
    const now = Date.now();
    if (now - (heardAt.get(kind) ?? Number.NEGATIVE_INFINITY) < QUIET_MS) return;
    if (heardAt.size > 100) heardAt.clear();
    heardAt.set(kind, now);
    report(error, source);
  };
}
