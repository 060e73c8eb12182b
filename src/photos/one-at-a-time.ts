let last: Promise<unknown> = Promise.resolve();

/**
 * Pictures are drawn one after the other in a process, in the order of their coming: ten photographs sent at once
 * then take one core and the memory of one, and leave threads for what else the process does.
 */
export const oneAtATime = <T>(draw: () => Promise<T>): Promise<T> => {
  const drawn = last.then(draw);
  last = drawn.then(
    () => undefined,
    () => undefined,
  );
  return drawn;
};
