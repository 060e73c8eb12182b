/**
 * Pause before the next try, in milliseconds: base × 2^(n-1) up to the most, of which a random half is
 * taken off, so that what failed together does not come back together. `random` is in [0, 1).
 */
export const backoffMs = (
  { baseMs, maxMs }: { readonly baseMs: number; readonly maxMs: number },
  failures: number,
  random: number,
): number => {
  const full = Math.min(maxMs, baseMs * 2 ** Math.min(30, Math.max(0, failures - 1)));
  return Math.round(full * (1 - random / 2));
};
