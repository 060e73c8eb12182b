import type { Tx } from '../../db/client.ts';
import { saveMails } from '../../db/repositories/mail/save-mails.ts';
import { findDocumentSource, keepDocument } from '../../db/repositories/returns/documents.ts';
import { readReturns } from '../../db/repositories/returns/read-returns.ts';
import type { Return } from '../../src/domain/returns/return.ts';
import { contentTypeOf, renderDocument } from '../../src/labels/document-formats.ts';
import type { ReturnDocument } from '../../src/labels/return-document.ts';
import { type CallContext, type CallingHandler, done, type ParsedJob, PermanentError } from '../handler.ts';
import type { Mailing } from '../mailing.ts';
import { type OrderSession, openOrderSession } from '../orders/order-session.ts';
import { toDocumentMails } from '../returns/document-mails.ts';
import { loadReturnPolicies } from '../returns/return-policies.ts';

/** What is mailed; the other forms are drawn when somebody asks for them. */
const format = 'return.pdf';

type Job = ParsedJob<'labels'>;

/**
 * Draws the slip and label of an authorised return between two transactions, for drawing takes its time, and
 * lets the mail go that carries it in the same transaction that keeps it.
 */
export const createLabelsHandler = (mailing: Mailing): CallingHandler<'labels'> => ({
  kind: 'calls',
  run: async (job, context) => {
    const source = await takeSource(job, context);
    if (source === null) return;
    const content = await renderDocument(source, format);
    await context.database.asSellers([job.sellerId], async (tx) => {
      if (!(await context.claim(tx))) return;
      const { sellerId } = job;
      const { returnId, version } = job.payload;
      const found = await getReturn(tx, job);
      // The order is locked before anything under it is written, as everywhere.
      const orders = await openOrderSession(tx, [found.orderId]);
      const state = await getReturn(tx, job);
      const { sha256 } = await keepDocument(tx, {
        sellerId,
        returnId,
        version,
        format,
        contentType: contentTypeOf[format],
        content,
      });
      await saveMails(tx, await mailsOf(tx, { job, state, orders, mailing }));
      await context.finish(tx, done({ returnId, version, sha256 }));
    });
  },
});

/** The first transaction. Null: the return is closed or has newer documents, and the job's end is written. */
const takeSource = (job: Job, { database, claim, finish }: CallContext): Promise<ReturnDocument | null> =>
  database.asSellers([job.sellerId], async (tx) => {
    if (!(await claim(tx))) return null;
    const state = await getReturn(tx, job);
    if (!isWanted(state, job)) {
      await finish(tx, done({ outcome: 'no_longer_applies' }));
      return null;
    }
    const source = await findDocumentSource(tx, job.payload);
    if (source === null) throw new PermanentError('document_source_missing', 'There is nothing to draw from');
    // Written by workers/returns/return-document.ts, and only there.
    return source as ReturnDocument;
  });

const isWanted = ({ state, authorization }: Return, { payload: { version } }: Job): boolean =>
  state !== 'closed' && authorization?.documentVersion === version;

const getReturn = async (tx: Tx, { payload: { returnId } }: Job): Promise<Return> => {
  const owned = (await readReturns(tx, { ids: [returnId] })).get(returnId);
  if (owned === undefined)
    throw new PermanentError('return_missing', 'The return of these documents is gone');
  return owned.return;
};

interface Mailed {
  readonly job: Job;
  readonly state: Return;
  readonly orders: OrderSession;
  readonly mailing: Mailing;
}

const mailsOf = async (tx: Tx, { job, state, orders, mailing }: Mailed) => {
  if (!isWanted(state, job)) return [];
  const order = orders.find(state.orderId);
  if (order === null) throw new PermanentError('order_missing', 'The order of this return is gone');
  const { sellerId } = job;
  const policies = await loadReturnPolicies(tx, [{ sellerId, channel: order.channel }]);
  const about = { sellerId, after: state, order, channel: policies.of(sellerId, order.channel) };
  return toDocumentMails(about, mailing);
};
