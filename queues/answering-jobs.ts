import type { JobName, QueueName } from './registry.ts';

type AnsweringJobs = { readonly [Q in QueueName]?: readonly JobName<Q>[] };

/** Work that may answer a buyer. A message of the buyer's is recorded by one of them as well, and answers nothing. */
export const answeringJobs = {
  messages: ['record', 'reply', 'no-response-needed'],
  returns: ['authorize', 'close', 'reply', 'cancel', 'confirm-withdrawal', 'escalate'],
} as const satisfies AnsweringJobs;
