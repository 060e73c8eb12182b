/**
 * Splits an amount by weights so that the parts add up to it: each part is its exact share rounded down, and what
 * is left goes, one minor unit each, to the largest remainders, of equal ones to the first. All in minor units;
 * weights are non-negative integers. Where all weights are 0 the first part takes everything.
 */
export const allocate = (totalMinor: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  if (sum === 0n) return weights.map((_, n) => (n === 0 ? totalMinor : 0));
  const shares = weights.map((weight, n) => {
    const exact = BigInt(totalMinor) * BigInt(weight);
    return { n, amount: exact / sum, remainder: exact % sum };
  });
  const left = Number(BigInt(totalMinor) - shares.reduce((all, { amount }) => all + amount, 0n));
  const first = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.n - b.n : a.remainder > b.remainder ? -1 : 1,
  );
  const more = new Set(first.slice(0, left).map(({ n }) => n));
  return shares.map(({ n, amount }) => Number(amount) + (more.has(n) ? 1 : 0));
};

/** `amount × numerator / denominator`, half up, exact whatever its size. Of a denominator of 0 it is 0. */
export const shareHalfUp = (amountMinor: number, numerator: number, denominator: number): number =>
  denominator === 0
    ? 0
    : Number(
        (2n * BigInt(amountMinor) * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator)),
      );
