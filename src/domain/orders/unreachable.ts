/** The end of a switch over a union: compiles only while every case is handled. */
export const unreachable = (value: never): never => {
  throw new Error(`Not a case of its union: ${JSON.stringify(value)}`);
};
