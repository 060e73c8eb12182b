import { Problem } from '../http/problem.ts';

/** Longest that a request may wait for its job (CONTRACT). */
export const longestWaitSeconds = 30;

/**
 * Seconds of `Prefer: wait=N` (RFC 7240), or null if it is not asked for. Other preferences are ignored,
 * as the RFC wants, and of several waits the first counts.
 * @throws Problem `prefer_invalid` when N is no number from 0 to 30.
 */
export const waitSecondsOf = (header: string | readonly string[] | undefined): number | null => {
  if (header === undefined) return null;
  const text = typeof header === 'string' ? header : header.join(',');
  for (const preference of text.split(',')) {
    const [token = ''] = preference.split(';', 1);
    const equals = `${token}=`.indexOf('=');
    if (token.slice(0, equals).trim().toLowerCase() !== 'wait') continue;
    const value = token
      .slice(equals + 1)
      .trim()
      .replace(/^"|"$/g, '');
    if (!/^\d{1,9}$/.test(value) || Number(value) > longestWaitSeconds) {
      throw new Problem('prefer_invalid', {
        detail: `wait is a number of seconds, at most ${longestWaitSeconds}`,
      });
    }
    return Number(value);
  }
  return null;
};
