import type { z } from 'zod';
import type { Submission } from '../../../queues/intake/submission.ts';
import type { JobName, QueueName } from '../../../queues/registry.ts';
import { type Call, defineEndpoint, type Endpoint, type EndpointOptions } from '../endpoints/endpoint.ts';
import { acceptedWork, jobOf } from '../jobs/job-view.ts';
import { acceptWork, type WorkPorts } from './accept-work.ts';
import { hashContent } from './idempotency-key.ts';

export interface WorkEndpointOptions<P, B, Q extends QueueName, J extends JobName<Q>>
  extends Omit<
    EndpointOptions<P, undefined, B>,
    'handle' | 'success' | 'requestHeaders' | 'method' | 'query'
  > {
  /** What the job results in. */
  readonly result: z.ZodType;
  /** The work that a call asks for. `hash` is that of the parsed body, made once. */
  submission(call: Call<P, undefined, B>, hash: () => string): Submission<Q, J> | Promise<Submission<Q, J>>;
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const workHeaders = [
  {
    name: 'Idempotency-Key',
    description: 'Any text of 1 to 255 visible ASCII characters. The same key and body give the same job.',
    example: '0f8fad5b-d9cb-469f-a165-70867728950e',
  },
  {
    name: 'Prefer',
    description: 'wait=N: answer 200 with the finished job if it ends within N seconds, at most 30.',
    example: 'wait=10',
  },
] as const;

/** A POST that changes something: commits its work as a job and answers 202 (or 200, see Prefer). */
export const workEndpoint = <
  P = undefined,
  B = undefined,
  Q extends QueueName = QueueName,
  J extends JobName<Q> = JobName<Q>,
>(
  ports: WorkPorts,
  { result, submission, problems = [], ...declared }: WorkEndpointOptions<P, B, Q, J>,
): Endpoint =>
  defineEndpoint<P, undefined, B>({
    ...declared,
    method: 'post',
    requestHeaders: workHeaders,
    success: {
      202: {
        description: 'The work is committed',
        schema: acceptedWork,
        headers: {
          Location: 'The job',
          'Idempotent-Replayed': 'true, if this work was asked for before',
        },
      },
      200: {
        description: 'With Prefer: wait=N, the finished job',
        schema: jobOf(result),
        headers: { 'Preference-Applied': 'wait=N' },
      },
    },
    problems: [...problems, 'idempotency_key_invalid', 'idempotency_key_reused', 'prefer_invalid'],
    handle: async (call) => {
      const hash = once(() => hashContent(call.body));
      const { request, response } = call;
      return acceptWork(ports, { request, response, hash }, await submission(call, hash));
    },
  });
