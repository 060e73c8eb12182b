import type { Request } from 'express';
import type { z } from 'zod';
import type { Intake, Submission } from '../../../queues/intake/submission.ts';
import type { JobName, QueueName } from '../../../queues/registry.ts';
import { callerKeyOf } from '../accept/idempotency-key.ts';
import type { HeaderDeclaration } from '../endpoints/endpoint.ts';
import { fieldErrors } from '../http/field-errors.ts';
import { invalidRequest } from '../http/problem.ts';
import type { Accept } from './accept-entry.ts';
import { createSameness } from './sameness.ts';

export interface RequestAcceptor<Content, Q extends QueueName, J extends JobName<Q>> {
  readonly intake: Intake;
  /** Of the batch. */
  readonly path: string;
  readonly schema: z.ZodType<Content & { readonly idempotencyKey: string | null }>;
  /**
   * The work that a row asks for.
   * @throws Problem.
   */
  submission(content: Omit<Content, 'idempotencyKey'>): Promise<Submission<Q, J>>;
}

/** That of the whole request; see `createSameness`. */
export const fileKeyHeader: HeaderDeclaration = {
  name: 'Idempotency-Key',
  description:
    'Names the file: a row without an idempotencyKey of its own is then known by this and its line. 1 to 255 visible ' +
    'ASCII characters.',
  example: '0f8fad5b-d9cb-469f-a165-70867728950e',
};

/** How rows are told from each other, for the description of a batch. */
export const howRowsAreTold =
  'Sending a file again is safe: what was asked for before answers the job it has, with `replayed: true`. A row is ' +
  'known by its `idempotencyKey`, else by the Idempotency-Key of the request and its line, else by what it says and ' +
  'the how-manieth it is in its file to say so. So a file may be mended and sent again, and of two equal rows in it ' +
  'each counts; but an equal row in another file is the one that was there before: give a key to what is meant twice.';

/**
 * What is done with the rows of one request.
 * @throws Problem `idempotency_key_invalid`.
 */
export const acceptRequests = <Content, Q extends QueueName, J extends JobName<Q>>(
  request: Request,
  { intake, path, schema, submission }: RequestAcceptor<Content, Q, J>,
): Accept => {
  const keyOf = createSameness(path, callerKeyOf(request, () => '')?.key ?? null);
  return async (value, line) => {
    const parsed = schema.safeParse(value);
    if (!parsed.success) throw invalidRequest(fieldErrors(parsed.error, value));
    const { idempotencyKey, ...content } = parsed.data;
    // Before anything is waited for: keys follow from the rows before.
    const callerKey = keyOf({ content, line, idempotencyKey });
    return intake.submit<Q, J>({ ...(await submission(content)), callerKey });
  };
};
