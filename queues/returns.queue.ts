import { z } from 'zod';
import { defineQueue } from './contract.ts';
import {
  authorizeRequest,
  buyerNote,
  closeRequest,
  confirmRequest,
  documentsRequest,
  mismatchDecision,
  receiptRequest,
  replyRequest,
  returnRequest,
} from './schemas/return.schema.ts';
import { id } from './schemas/values.ts';

/**
 * Every job names order and return: the order is what is locked. `link`, where there is one, is the key of
 * the link in a mail that asked for it: used once it has done something, and given back by a refusal.
 */
const onReturn = { orderId: id, returnId: id };
const byLink = { ...onReturn, link: z.string().optional() };

export const returnsQueue = defineQueue({
  name: 'returns',
  title: 'Returns',
  description: 'Decides about return requests, authorisations, receipts and withdrawals.',
  jobs: {
    request: z.object({ ...onReturn, request: returnRequest }),
    authorize: z.object({ ...byLink, authorize: authorizeRequest }),
    'authorize-many': z.object({ returns: z.array(z.object(onReturn)).min(1).max(500) }),
    'replace-documents': z.object({ ...onReturn, documents: documentsRequest }),
    close: z.object({ ...byLink, close: closeRequest }),
    reply: z.object({ ...byLink, reply: replyRequest }),
    cancel: z.object({ ...byLink, note: buyerNote }),
    'confirm-withdrawal': z.object({ ...byLink, confirm: confirmRequest }),
    dispatch: z.object({ ...onReturn, note: buyerNote }),
    escalate: z.object({ ...onReturn, note: buyerNote }),
    receive: z.object({ ...onReturn, receipt: receiptRequest }),
    'decide-mismatch': z.object({ ...onReturn, mismatchId: id, decision: mismatchDecision }),
    complete: z.object(onReturn),
  },
  payloadVersion: 1,
  attempts: 8,
  backoff: { baseMs: 500, maxMs: 60_000 },
  concurrency: 4,
  // One by one: each makes mails and documents, and no seller has thousands of returns due at once.
  bundleSize: 1,
  window: 200,
});
