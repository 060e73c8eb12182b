/** Lines across a chart, and the count at its upper edge. */
export interface Scale {
  readonly top: number;
  /** From 0 on, whole numbers alone: there is no half of a message. */
  readonly ticks: readonly number[];
}

/** So that numbers do not touch on a low chart. */
const mostSteps = 4;

/** Steps of 1, 2 or 5 times a power of ten, with room for the highest bar. `most` is at least 1. */
export const scaleFor = (most: number): Scale => {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [0.1, 0.2, 0.5, 1, 2, 5]
    .map((one) => Math.max(1, Math.round(one * power)))
    .find((one) => Math.ceil(most / one) <= mostSteps);
  const size = step ?? most;
  const count = Math.ceil(most / size);
  return { top: count * size, ticks: Array.from({ length: count + 1 }, (_, n) => n * size) };
};
