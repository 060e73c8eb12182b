import { callerKeyOf } from '../accept/idempotency-key.ts';
import type { Endpoint } from '../endpoints/endpoint.ts';
import { parseWith } from '../endpoints/serve.ts';
import { Problem } from '../http/problem.ts';
import { drain } from '../http/read-bytes.ts';
import { readJson } from '../http/read-json.ts';

/** A refund of a thousand lines, many times over. */
const bodyLimitBytes = 1024 * 1024;

/**
 * Makes an endpoint ask for the Idempotency-Key before it looks at anything else: whoever forgets it learns that
 * first, and not after a body was mended that would have been refunded twice.
 */
export const keyFirst = ({ body, example, problems = [], ...endpoint }: Endpoint): Endpoint => {
  if (body === undefined) throw new Error('Only what has a body can be asked for twice');
  return {
    ...endpoint,
    problems: [...problems, 'idempotency_key_required'],
    streamedBody: {
      'application/json': { schema: body, example: JSON.stringify(example), description: 'What to refund' },
    },
    handle: async (call) => {
      if (callerKeyOf(call.request, () => '') === undefined) {
        drain(call.request);
        throw new Problem('idempotency_key_required');
      }
      const parsed = parseWith(body, await readJson(call.request, bodyLimitBytes));
      return endpoint.handle({ ...call, body: parsed });
    },
  };
};
