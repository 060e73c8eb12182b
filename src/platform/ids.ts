import { randomFillSync } from 'node:crypto';
import { v5, v7 } from 'uuid';

const idBytes = 16;
const pool = new Uint8Array(idBytes * 256);
let used = pool.length;

/** Random bytes by the pool: asking the system for each id would cost more than all the rest of it. */
const nextRandom = (): Uint8Array => {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += idBytes;
  return pool.subarray(used - idBytes, used);
};

/** Counts ids of one millisecond, so that they too are in order (RFC 9562, 6.2 method 1); starts low enough to go on. */
let lastMs = 0;
let sequence = 0;

/**
 * A new UUIDv7: unique, and in order of time, so that newer rows sit at one end of every index. Those of one process
 * are in the order in which they were made, also when its clock is set back.
 */
export const newId = (): string => {
  const random = nextRandom();
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    sequence = (((random[6] ?? 0) & 0x3f) << 24) | ((random[7] ?? 0) << 16) | ((random[8] ?? 0) << 8);
  } else sequence += 1;
  return v7({ random, msecs: lastMs, seq: sequence });
};

/** The UUIDv5 of a name inside a namespace, itself a UUID: the same for ever, whoever makes it first. */
export const namedId = (namespace: string, name: string): string => v5(name, namespace);
