import { v7 } from 'uuid';

/** A new UUIDv7: unique, and in order of time, so that newer rows sit at one end of every index. */
export const newId = (): string => v7();
