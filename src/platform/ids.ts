import { v5, v7 } from 'uuid';

/** A new UUIDv7: unique, and in order of time, so that newer rows sit at one end of every index. */
export const newId = (): string => v7();

/** The UUIDv5 of a name inside a namespace, itself a UUID: the same for ever, whoever makes it first. */
export const namedId = (namespace: string, name: string): string => v5(name, namespace);
