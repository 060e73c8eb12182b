import { accept, refuse } from '../outcome.ts';
import type {
  CompleteReturn,
  DecideMismatch,
  ReceiveReturn,
  ReturnContext,
  ReturnDecision,
} from './commands.ts';
import { startRefundClock } from './refund-clock.ts';
import type { Mismatch, ReceivedUnits, Return } from './return.ts';
import { refuseTime } from './times.ts';
import { receivedUnits } from './units.ts';

/**
 * The warehouse opened a parcel. Units of authorised lines are received, up to what was authorised; whatever
 * is more, or something else, is for the seller to decide.
 */
export const decideReceive = (
  state: Return,
  command: ReceiveReturn,
  context: ReturnContext,
): ReturnDecision => {
  const { order, now } = context;
  if (state.state === 'closed') return refuse('return_closed', 'The return is closed.');
  if (state.state === 'requested') return refuse('not_authorized', 'The return is not authorised yet.');
  if (state.state === 'completed') return refuse('return_completed', 'The return is completed.');
  const fault = refuseTime(command.receivedAt, { now, since: order.placedAt });
  if (fault !== null) return { ok: false, refusal: fault };
  const unknown = command.lines.find(
    ({ lineId }) => lineId !== null && !order.lines.some((line) => line.lineId === lineId),
  );
  if (unknown !== undefined) return refuse('unknown_line', `The order has no line ${unknown.lineId}.`);

  const room = new Map(receivedUnits(state));
  for (const { lineId, quantity } of state.lines) room.set(lineId, quantity - (room.get(lineId) ?? 0));
  const received: ReceivedUnits[] = [];
  const mismatches: Mismatch[] = [];
  for (const found of command.lines) {
    let left = found.quantity;
    for (const lineId of linesOf(found, state, order.lines)) {
      const quantity = Math.min(left, Math.max(0, room.get(lineId) ?? 0));
      if (quantity === 0) continue;
      room.set(lineId, (room.get(lineId) ?? 0) - quantity);
      received.push({ lineId, quantity, condition: found.condition, receivedAt: command.receivedAt });
      left -= quantity;
    }
    if (left > 0) mismatches.push(toMismatch(found, left, { state, order, receivedAt: command.receivedAt }));
  }
  return accept([
    { type: 'received', received, mismatches, actor: 'seller', at: now },
    ...(received.length > 0 ? startRefundClock(state, command.receivedAt, context) : []),
  ]);
};

type Found = ReceiveReturn['lines'][number];

/** The lines of this return that a find may be of: the one that is named, or all of its SKU. */
const linesOf = (
  { lineId, sku }: Found,
  { lines }: Return,
  ordered: readonly { readonly lineId: string; readonly sku: string }[],
): string[] =>
  lines
    .map((line) => line.lineId)
    .filter((id) =>
      lineId === null ? ordered.some((line) => line.lineId === id && line.sku === sku) : id === lineId,
    );

const toMismatch = (
  found: Found,
  quantity: number,
  { state, order, receivedAt }: { state: Return; order: ReturnContext['order']; receivedAt: string },
): Mismatch => {
  const candidates = linesOf(found, state, order.lines);
  const lineId =
    found.lineId ?? candidates[0] ?? order.lines.find(({ sku }) => sku === found.sku)?.lineId ?? null;
  return {
    id: found.mismatchId,
    kind: candidates.length > 0 ? 'more_than_authorized' : 'unexpected_item',
    lineId,
    sku: found.sku ?? order.lines.find((line) => line.lineId === lineId)?.sku ?? '',
    quantity,
    condition: found.condition,
    receivedAt,
    outcome: null,
    decidedAt: null,
  };
};

/** What becomes of something that was not authorised; kept open it may be decided again. */
export const decideMismatch = (
  state: Return,
  { mismatchId, outcome }: DecideMismatch,
  { now }: ReturnContext,
): ReturnDecision => {
  const mismatch = state.mismatches.find(({ id }) => id === mismatchId);
  if (mismatch === undefined) return refuse('unknown_mismatch', 'This return has no such mismatch.');
  if (mismatch.outcome === outcome) return accept([]);
  if (mismatch.outcome !== null && mismatch.outcome !== 'keep_open') {
    return refuse('mismatch_decided', `This was decided already: ${mismatch.outcome}.`);
  }
  return accept([{ type: 'mismatch_decided', mismatchId, outcome, actor: 'seller', at: now }]);
};

/** Nothing is left to do: the goods are in and the money is settled. */
export const decideComplete = (
  state: Return,
  _command: CompleteReturn,
  { now }: ReturnContext,
): ReturnDecision => {
  if (state.state === 'completed') return accept([]);
  if (state.state === 'closed') return refuse('return_closed', 'The return is closed.');
  if (state.state !== 'received' && state.mismatches.length === 0) {
    return refuse('not_received', 'Nothing of this return has been received yet.');
  }
  if (state.mismatches.some(({ outcome }) => outcome === null || outcome === 'keep_open')) {
    return refuse('mismatches_open', 'Something that was not authorised waits for a decision.');
  }
  return accept([{ type: 'completed', actor: 'seller', at: now }]);
};
