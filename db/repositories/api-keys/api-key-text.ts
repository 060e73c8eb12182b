import { hash, randomBytes } from 'node:crypto';

/** What is kept of a key. Keys are 256 bits of randomness, so a fast hash is enough: there is nothing to guess. */
export const hashApiKey = (plaintext: string): string => hash('sha256', plaintext, 'hex');

/** A new key; it is shown once and never stored. */
export const mintApiKey = (): string => `nav_${randomBytes(32).toString('base64url')}`;

/** As much of a key as people need to tell theirs apart in a list, and too little to use. */
export const prefixOf = (plaintext: string): string =>
  plaintext.slice(0, Math.min(12, plaintext.length >> 1));
