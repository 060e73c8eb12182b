import type { z } from 'zod';

/** What JSON can carry: a payload that is anything else does not compile (a Date, a Map, undefined). */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** A schema whose input and output are both JSON, so that a payload survives the ledger unchanged. */
export type PayloadSchema = z.ZodType<Json, Json>;

export interface QueueContract<
  Name extends string = string,
  Jobs extends Record<string, PayloadSchema> = Record<string, PayloadSchema>,
> {
  /** Name in BullMQ, metrics and the ledger: lower case, no colon. */
  readonly name: Name;
  /** For people, on the board. */
  readonly title: string;
  readonly description: string;
  /** One schema per job name. */
  readonly jobs: Jobs;
  /** Version of the payloads that this code writes and the newest that it reads. */
  readonly payloadVersion: number;
  /** Runs of a row that may fail before it is `failed`; faults of the infrastructure use none. */
  readonly attempts: number;
  /** Pause before the n-th retry: base × 2^(n-1), at most max, with jitter. */
  readonly backoff: { readonly baseMs: number; readonly maxMs: number };
  /** Carriers at work at once in one process, unless the environment says otherwise. */
  readonly concurrency: number;
  /** Rows that may travel as one BullMQ job when more is due than workers can take one by one; 1: never. */
  readonly bundleSize: number;
  /** Rows inside BullMQ at once; the rest waits in the ledger. */
  readonly window: number;
}

export const defineQueue = <const Name extends string, Jobs extends Record<string, PayloadSchema>>(
  contract: QueueContract<Name, Jobs>,
): QueueContract<Name, Jobs> => contract;
