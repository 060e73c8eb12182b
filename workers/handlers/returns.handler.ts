import type { Tx } from '../../db/client.ts';
import { releaseCallerKeys } from '../../db/repositories/intake/claim-caller-keys.ts';
import { findDocument, keepDocument } from '../../db/repositories/returns/documents.ts';
import type { Return } from '../../src/domain/returns/return.ts';
import { uploadedFormat } from '../../src/labels/document-formats.ts';
import { type DecidingHandler, done, type ParsedJob, rejected, type Verdict } from '../handler.ts';
import type { Mailing } from '../mailing.ts';
import { type OrderSession, openOrderSession } from '../orders/order-session.ts';
import { loadPolicies, type Policies } from '../orders/policies.ts';
import { openReturnSession, type ReturnSession, type ReturnTarget } from '../returns/return-session.ts';
import { saveReturnSession } from '../returns/save-return-session.ts';
import { toCommand, type Upload, uploadOf } from '../returns/to-command.ts';

type Job = ParsedJob<'returns'>;

interface State {
  readonly orders: OrderSession;
  readonly policies: Policies;
  readonly returns: ReturnSession;
  /** Labels that came with accepted jobs, by return. */
  readonly uploads: Map<string, Upload>;
}

const targetsOf = ({ sellerId, ...job }: Job): ReturnTarget[] =>
  job.name === 'authorize-many'
    ? job.payload.returns.map((one) => ({ sellerId, ...one }))
    : [{ sellerId, orderId: job.payload.orderId, returnId: job.payload.returnId }];

/** What the API promised as the result of each job (CONTRACT). */
const toResult = (state: Return) => ({
  returnId: state.id,
  orderId: state.orderId,
  state: state.state,
  rma: state.authorization?.rma ?? null,
  warnings: state.warnings,
  advice: state.advice,
  mismatches: state.mismatches,
});

const freely = {
  type: 'authorize',
  rma: null,
  returnAddress: null,
  returnAddressId: null,
  label: null,
} as const;

const decideMany = (job: Job, { returns }: State, now: string): Verdict =>
  done({
    returns: targetsOf(job).map((target) => {
      const outcome = returns.run(target, freely, now);
      return outcome.ok ? toResult(outcome.value) : { returnId: target.returnId, error: outcome.refusal };
    }),
  });

/** Decides about returns under the lock of their orders; several of one order fold in the order they were due. */
export const createReturnsHandler = (mailing: Mailing): DecidingHandler<'returns', State> => ({
  kind: 'decides',
  load: async (tx, jobs) => {
    const targets = jobs.flatMap(targetsOf);
    const orders = await openOrderSession(
      tx,
      targets.map(({ orderId }) => orderId),
    );
    const policies = await loadPolicies(
      tx,
      targets.flatMap(({ sellerId, orderId }) => {
        const order = orders.find(orderId);
        return order === null ? [] : [{ sellerId, channel: order.channel }];
      }),
    );
    const rmas = jobs.flatMap((job) =>
      job.name === 'authorize' && job.payload.authorize.rma !== null ? [job.payload.authorize.rma] : [],
    );
    const returns = await openReturnSession(tx, { orders, targets, rmas }, policies);
    return { orders, policies, returns, uploads: new Map() };
  },
  decide: (state, job, { now }): Verdict => {
    if (job.name === 'authorize-many') return decideMany(job, state, now);
    const { orderId, returnId } = job.payload;
    const outcome = state.returns.run({ sellerId: job.sellerId, orderId, returnId }, toCommand(job), now);
    if (!outcome.ok) return rejected(outcome.refusal);
    const upload = uploadOf(job);
    if (upload !== null) state.uploads.set(returnId, upload);
    return done(toResult(outcome.value));
  },
  save: async (tx, state, { now }) => {
    await state.orders.save(tx, { policies: state.policies, now, mailing });
    await saveReturnSession(tx, state.returns.touched(), { mailing, now });
    await keepUploads(tx, state);
  },
  // The link in the mail may be used again: it has done nothing.
  afterRejection: (tx, jobs) =>
    releaseCallerKeys(
      tx,
      jobs.flatMap(({ id: jobId, sellerId, payload }) =>
        'link' in payload && payload.link !== undefined
          ? [{ sellerId, scope: 'link', key: payload.link, hash: '', jobId }]
          : [],
      ),
    ),
});

/** Of each new version of documents: what came with the job, or the label that the seller sent before. */
const keepUploads = async (tx: Tx, { returns, uploads }: State): Promise<void> => {
  for (const { sellerId, before, after } of returns.touched()) {
    if (after.authorization?.label.kind !== 'uploaded') continue;
    const { documentVersion: version } = after.authorization;
    const earlier = before?.authorization?.documentVersion;
    if (version === earlier) continue;
    const upload =
      uploads.get(after.id) ??
      (earlier === undefined
        ? null
        : await findDocument(tx, { returnId: after.id, version: earlier, format: uploadedFormat }));
    if (upload === null) continue;
    await keepDocument(tx, { sellerId, returnId: after.id, version, format: uploadedFormat, ...upload });
  }
};
