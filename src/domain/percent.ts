/**
 * A share in whole percent, rounded half up (003). Whether a goal is met is judged on the exact counts,
 * never on this. Of nothing it is 0: the counts beside it say that there was nothing to measure.
 * Integers only: `count / of * 100` would turn 28.5 % into 28.499…
 */
export const percentHalfUp = (count: number, of: number): number =>
  of === 0 ? 0 : Math.floor((200 * count + of) / (2 * of));
