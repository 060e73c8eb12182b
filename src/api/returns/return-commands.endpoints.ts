import { z } from 'zod';
import {
  findReturnOfMismatch,
  findReturnRefs,
  type ReturnRefs,
} from '../../../db/repositories/returns-read/find-return-refs.ts';
import {
  authorizeRequest,
  buyerNote,
  closeRequest,
  confirmRequest,
  documentsRequest,
  mismatchDecision,
  receiptRequest,
  replyRequest,
} from '../../../queues/schemas/return.schema.ts';
import { id } from '../../../queues/schemas/values.ts';
import type { WorkPorts } from '../accept/accept-work.ts';
import { workEndpoint } from '../accept/work-endpoint.ts';
import type { ApiDeps } from '../deps.ts';
import type { Caller, Endpoint } from '../endpoints/endpoint.ts';
import { Problem } from '../http/problem.ts';
import { checkDocuments } from './check-documents.ts';
import { returnResult } from './return-view.ts';

const tag = 'Returns';
const params = z.object({ returnId: id });
/** A label of 2 MiB in base64, and the rest. */
const labelLimitBytes = 4 * 1024 * 1024;

const onReturn = (sellerId: string, { orderId, channel, channelOrderId }: ReturnRefs) =>
  ({
    sellerId,
    queue: 'returns',
    refs: { channel, order: channelOrderId },
    priority: 'interactive',
    subjectId: orderId,
  }) as const;

const addressExample = {
  name: 'Ma Boutique',
  line1: '12 quai du Port',
  postalCode: '59000',
  city: 'Lille',
  country: 'FR',
};

/** What happens to a return after it was asked for. */
export const returnCommandEndpoints = (
  { database }: Pick<ApiDeps, 'database'>,
  ports: WorkPorts,
): Endpoint[] => {
  const getRefs = async ({ sellerId }: Caller, returnId: string): Promise<ReturnRefs> => {
    const [refs] = await findReturnRefs(database, sellerId, [returnId]);
    if (refs === undefined) throw new Problem('not_found', { detail: 'There is no such return' });
    return refs;
  };
  const shared = { tag, params, result: returnResult, problems: ['not_found'] as const };

  return [
    workEndpoint(ports, {
      ...shared,
      path: '/v1/returns/{returnId}/authorize',
      operationId: 'authorizeReturn',
      summary: 'Authorise a return',
      description:
        "What is not sent is generated or the channel's default: the RMA, the return address, the label. The one who sends the goods gets slip and label by mail.",
      body: authorizeRequest.meta({ id: 'Authorize' }),
      bodyOptional: true,
      bodyLimitBytes: labelLimitBytes,
      problems: ['not_found', 'label_unusable'],
      example: { rma: 'A-2026-17', returnAddress: addressExample, label: { kind: 'generated' } },
      submission: async ({ params: { returnId }, body: authorize, caller }) => {
        await checkDocuments(authorize);
        const refs = await getRefs(caller, returnId);
        const payload = { orderId: refs.orderId, returnId, authorize };
        return { ...onReturn(caller.sellerId, refs), name: 'authorize' as const, payload };
      },
    }),

    workEndpoint(ports, {
      ...shared,
      path: '/v1/returns/{returnId}/documents',
      operationId: 'replaceReturnDocuments',
      summary: 'Give an authorised return another address or label',
      description: 'Makes the next version of its documents and mails them; earlier ones stay.',
      body: documentsRequest.meta({ id: 'ReplaceDocuments' }),
      bodyOptional: true,
      bodyLimitBytes: labelLimitBytes,
      problems: ['not_found', 'label_unusable'],
      example: { returnAddress: addressExample },
      submission: async ({ params: { returnId }, body: documents, caller }) => {
        await checkDocuments(documents);
        const refs = await getRefs(caller, returnId);
        const payload = { orderId: refs.orderId, returnId, documents };
        return { ...onReturn(caller.sellerId, refs), name: 'replace-documents' as const, payload };
      },
    }),

    workEndpoint(ports, {
      ...shared,
      path: '/v1/returns/{returnId}/close',
      operationId: 'closeReturn',
      summary: 'Close a return, as its seller',
      description: 'Reason and message are mailed to the one who would have sent the goods.',
      body: closeRequest.meta({ id: 'CloseReturn' }),
      example: { reason: 'refund_without_return', message: 'Please keep it; the money is on its way.' },
      submission: async ({ params: { returnId }, body: close, caller }) => {
        const refs = await getRefs(caller, returnId);
        const payload = { orderId: refs.orderId, returnId, close };
        return { ...onReturn(caller.sellerId, refs), name: 'close' as const, payload };
      },
    }),

    workEndpoint(ports, {
      ...shared,
      path: '/v1/returns/{returnId}/reply',
      operationId: 'replyToReturn',
      summary: 'Write to the one who asked',
      description: "Sends a mail and stops the clock of the seller's answer.",
      body: replyRequest.meta({ id: 'ReplyToReturn' }),
      example: { message: 'Could you send us a photograph?' },
      submission: async ({ params: { returnId }, body: reply, caller }) => {
        const refs = await getRefs(caller, returnId);
        const payload = { orderId: refs.orderId, returnId, reply };
        return { ...onReturn(caller.sellerId, refs), name: 'reply' as const, payload };
      },
    }),

    ...(['cancel', 'dispatch', 'escalate'] as const).map((name) =>
      workEndpoint(ports, {
        ...shared,
        ...buyersWords[name],
        path: `/v1/returns/{returnId}/${name}` as const,
        body: buyerNote.meta({ id: `${name[0]?.toUpperCase()}${name.slice(1)}Return` }),
        bodyOptional: true,
        submission: async ({ params: { returnId }, body: note, caller }) => {
          const refs = await getRefs(caller, returnId);
          return {
            ...onReturn(caller.sellerId, refs),
            name,
            payload: { orderId: refs.orderId, returnId, note },
          };
        },
      }),
    ),

    workEndpoint(ports, {
      ...shared,
      path: '/v1/returns/{returnId}/confirm-withdrawal',
      operationId: 'confirmWithdrawal',
      summary: 'Confirm a withdrawal, as its buyer',
      description:
        'The second step. What has not left is cancelled; what has is authorised at once. The acknowledgement is mailed.',
      body: confirmRequest.meta({ id: 'ConfirmWithdrawal' }),
      bodyOptional: true,
      example: { at: '2026-05-15T10:12:00+02:00' },
      submission: async ({ params: { returnId }, body: confirm, caller }) => {
        const refs = await getRefs(caller, returnId);
        const payload = { orderId: refs.orderId, returnId, confirm };
        return { ...onReturn(caller.sellerId, refs), name: 'confirm-withdrawal' as const, payload };
      },
    }),

    workEndpoint(ports, {
      ...shared,
      path: '/v1/returns/{returnId}/receipts',
      operationId: 'receiveReturn',
      summary: 'Tell what was in a parcel that came back',
      description:
        'By line or SKU. Sellable units go to stock; what was not authorised becomes a mismatch to decide.',
      body: receiptRequest.meta({ id: 'ReturnReceipt' }),
      example: {
        receivedAt: '2026-05-20T09:00:00+02:00',
        lines: [{ lineId: '1', quantity: 1, condition: 'sellable' }],
      },
      submission: async ({ params: { returnId }, body: receipt, caller }) => {
        const refs = await getRefs(caller, returnId);
        const payload = { orderId: refs.orderId, returnId, receipt };
        return { ...onReturn(caller.sellerId, refs), name: 'receive' as const, payload };
      },
    }),

    workEndpoint(ports, {
      ...shared,
      path: '/v1/returns/{returnId}/complete',
      operationId: 'completeReturn',
      summary: 'Tell that nothing is left to do',
      description: 'The goods are in, every mismatch is decided, and the money is settled.',
      body: z.object({}),
      bodyOptional: true,
      submission: async ({ params: { returnId }, caller }) => {
        const refs = await getRefs(caller, returnId);
        const payload = { orderId: refs.orderId, returnId };
        return { ...onReturn(caller.sellerId, refs), name: 'complete' as const, payload };
      },
    }),

    workEndpoint(ports, {
      ...shared,
      params: z.object({ mismatchId: id }),
      path: '/v1/mismatches/{mismatchId}/decision',
      operationId: 'decideMismatch',
      summary: 'Decide about something that came back and was not authorised',
      body: mismatchDecision.meta({ id: 'MismatchDecision' }),
      example: { outcome: 'accept' },
      submission: async ({ params: { mismatchId }, body: decision, caller }) => {
        const refs = await findReturnOfMismatch(database, caller.sellerId, mismatchId);
        if (refs === null) throw new Problem('not_found', { detail: 'There is no such mismatch' });
        const { orderId, returnId } = refs;
        const payload = { orderId, returnId, mismatchId, decision };
        return { ...onReturn(caller.sellerId, refs), name: 'decide-mismatch' as const, payload };
      },
    }),
  ];
};

/** What buyers tell through the upstream system. */
const buyersWords = {
  cancel: {
    operationId: 'cancelReturn',
    summary: 'Cancel a return, as its buyer',
    description: 'Possible until the seller has authorised or closed it. The seller is told.',
  },
  dispatch: {
    operationId: 'dispatchReturn',
    summary: 'Tell that the goods are on their way back',
    description: 'The first word of it counts; `proof` is what the post office gave.',
  },
  escalate: {
    operationId: 'escalateReturn',
    summary: 'Tell that the buyer has made a guarantee claim',
    description: 'Possible in every state, once. The clock stops and the seller is told.',
  },
} as const;
