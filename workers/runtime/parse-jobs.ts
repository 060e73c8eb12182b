import type { ClaimedJob } from '../../db/repositories/jobs/claim-jobs.ts';
import type { PayloadSchema, QueueContract } from '../../queues/contract.ts';
import type { QueueName } from '../../queues/registry.ts';
import { addHours, type Instant } from '../../src/domain/calendar/instant.ts';
import type { ParsedJob } from '../handler.ts';

/** A worker of the newer version is about to be there (a rolling restart). */
export const afterNewer = (now: Instant): Instant => addHours(now, 5 / 3_600);

export type ParseResult<Q extends QueueName> =
  | { readonly kind: 'parsed'; readonly job: ParsedJob<Q> }
  /** No schema knows it or its payload does not fit: no retry mends that. */
  | { readonly kind: 'poison'; readonly id: string; readonly detail: string }
  /** Written by newer code than this: another worker will know it. */
  | { readonly kind: 'newer'; readonly id: string };

const schemaOf = (contract: QueueContract, name: string): PayloadSchema | undefined =>
  Object.hasOwn(contract.jobs, name) ? contract.jobs[name] : undefined;

/** Checks a claimed row's payload against its contract. Details name paths, never values. */
export const parseJob = <Q extends QueueName>(
  contract: QueueContract<Q>,
  row: ClaimedJob,
): ParseResult<Q> => {
  if (row.payloadVersion > contract.payloadVersion) return { kind: 'newer', id: row.id };
  const schema = schemaOf(contract, row.name);
  if (schema === undefined)
    return { kind: 'poison', id: row.id, detail: `No job of this queue is called ${row.name}` };
  const parsed = schema.safeParse(row.payload);
  if (!parsed.success) {
    const paths = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'payload'}: ${issue.code}`);
    return { kind: 'poison', id: row.id, detail: `The payload does not fit its schema: ${paths.join(', ')}` };
  }
  const { id, sellerId, name, refs, runAt, createdAt, attempts } = row;
  // The contract's mapped types say which payload goes with which name; the schema has just proved it.
  return {
    kind: 'parsed',
    job: { id, sellerId, name, payload: parsed.data, refs, runAt, createdAt, attempts } as never,
  };
};
