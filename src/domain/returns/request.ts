import type { Order } from '../orders/order.ts';
import { unitsLeft } from '../orders/progress.ts';
import { accept, type Refusal } from '../outcome.ts';
import { startClock } from '../response-clock.ts';
import { adviseOn } from './advice.ts';
import { authorizeFreely } from './authorize.ts';
import type { RequestReturn, ReturnContext, ReturnDecision } from './commands.ts';
import { confirmNow } from './confirm-withdrawal.ts';
import type { ReturnEvent } from './events.ts';
import { autoAuthorizeAt, returnWarningHours } from './policy.ts';
import type { RequestedReturn, Return, ReturnWarning } from './return.ts';
import { refuseTime } from './times.ts';
import { openRequestsFor, shippedUnits, unitsToAuthorize } from './units.ts';
import { returnWindowEndsAt } from './windows.ts';

/**
 * A request begins a return. What the seller's policy authorises of its own accord is authorised in the same
 * breath, as is a return that the seller makes for the buyer and a withdrawal that is confirmed already.
 */
export const decideRequest = (command: RequestReturn, context: ReturnContext): ReturnDecision => {
  const refusal = refuseRequest(command, context);
  if (refusal !== null) return { ok: false, refusal };
  const request = toRequest(command, context);
  const at = context.now;
  const actor = command.requestedBy;
  const requested: ReturnEvent = { type: 'requested', request, actor, at };
  if (command.withdrawal !== null) {
    const { confirmedAt } = command.withdrawal;
    if (confirmedAt === null) return accept([requested]);
    return followedBy(requested, confirmNow(request, { at: confirmedAt, lines: null }, context));
  }
  if (command.requestedBy === 'seller') {
    return followedBy(requested, authorizeFreely(request, context, 'seller'));
  }
  if (!authorizesItself(request, context)) return accept([withClock(requested, context)]);
  const authorized = authorizeFreely(request, context, 'system');
  if (authorized.ok) return accept([requested, ...authorized.value]);
  // Units that are taken, or no address to send to: for the seller to decide, who is told why.
  const warnings =
    authorized.refusal.code === 'no_return_address'
      ? [...request.warnings, { code: 'no_return_address', detail: authorized.refusal.detail } as const]
      : request.warnings;
  return accept([withClock({ ...requested, request: { ...request, warnings } }, context)]);
};

const followedBy = (requested: ReturnEvent, next: ReturnDecision): ReturnDecision =>
  next.ok ? accept([requested, ...next.value]) : next;

/** Only whom nobody has answered waits for an answer. */
const withClock = (
  event: Extract<ReturnEvent, { type: 'requested' }>,
  { policy }: ReturnContext,
): ReturnEvent => {
  const clock = startClock(event.request.requestedAt, {
    targetHours: policy.returnRequestTargetHours,
    warningHours: returnWarningHours(policy),
  });
  return { ...event, request: { ...event.request, clock } };
};

const authorizesItself = ({ requestedAt, warnings }: RequestedReturn, { policy }: ReturnContext): boolean => {
  const mode = autoAuthorizeAt(policy, requestedAt);
  if (mode === 'off') return false;
  const againstPolicy = warnings.some(
    ({ code }) => code === 'outside_return_window' || code === 'not_returnable',
  );
  return mode === 'all' || !againstPolicy;
};

const refuseRequest = (command: RequestReturn, context: ReturnContext): Refusal | null => {
  const { order, others, now } = context;
  const { lines, requestedAt, withdrawal } = command;
  const known = new Map(order.lines.map((line) => [line.lineId, line]));
  if (order.purpose === 'removal') {
    return { code: 'removal_order', detail: 'Stock that the seller has taken out is not returned.' };
  }
  const fault =
    refuseTime(requestedAt, { now, since: order.placedAt }) ??
    refuseTime(withdrawal?.statedAt, { now, since: order.placedAt }) ??
    refuseTime(withdrawal?.confirmedAt, { now, since: withdrawal?.statedAt ?? order.placedAt });
  if (fault !== null) return fault;
  if (new Set(lines.map(({ lineId }) => lineId)).size < lines.length) {
    return { code: 'line_duplicate', detail: 'A line is named twice: each has one reason.' };
  }
  const unknown = lines.find(({ lineId }) => !known.has(lineId));
  if (unknown !== undefined) {
    return { code: 'unknown_line', detail: `The order has no line ${unknown.lineId}.` };
  }
  return withdrawal === null ? refuseUnits(lines, order) : refuseWithdrawnUnits(lines, order, others);
};

const refuseUnits = (lines: RequestReturn['lines'], order: Order): Refusal | null => {
  const shipped = shippedUnits(order);
  for (const { lineId, quantity } of lines) {
    const left = shipped.get(lineId) ?? 0;
    if (quantity > left) {
      return {
        code: 'quantity_above_shipped',
        detail: `${quantity} of line ${lineId} are to come back, and ${left} have been shipped.`,
      };
    }
  }
  return null;
};

/** A buyer may withdraw from what has not left as well: it is cancelled. */
const refuseWithdrawnUnits = (
  lines: RequestReturn['lines'],
  order: Order,
  others: readonly Return[],
): Refusal | null => {
  if (order.state === 'cancelled' || order.state === 'unfulfillable') {
    return {
      code: 'order_called_off',
      detail: 'The order is called off already: there is nothing to withdraw from.',
    };
  }
  const shipped = unitsToAuthorize(order, others);
  const left = new Map(unitsLeft(order).map(({ lineId, quantity }) => [lineId, quantity]));
  for (const { lineId, quantity } of lines) {
    const units = (shipped.get(lineId) ?? 0) + (left.get(lineId) ?? 0);
    if (quantity > units) {
      return {
        code: 'quantity_above_ordered',
        detail: `${quantity} of line ${lineId} are withdrawn, and ${units} are neither cancelled nor in an authorised return.`,
      };
    }
  }
  return null;
};

const toRequest = (command: RequestReturn, context: ReturnContext): RequestedReturn => {
  const { order, policy, now } = context;
  const { returnId, requestedBy, withdrawal, contact, lines } = command;
  const requestedAt = command.requestedAt ?? withdrawal?.statedAt ?? now;
  return {
    id: returnId,
    orderId: order.id,
    channel: order.channel,
    channelOrderId: order.channelOrderId,
    state: 'requested',
    requestedBy,
    requestedAt,
    language: contact?.language ?? order.language,
    contact,
    lines,
    withdrawal:
      withdrawal === null
        ? null
        : {
            statedAt: withdrawal.statedAt,
            confirmedAt: null,
            windowEndsAt: null,
            refundDueAt: null,
            cancelledLines: [],
          },
    clock: null,
    repliedAt: null,
    warnings: warningsOf(command, requestedAt, context),
    advice: withdrawal === null ? adviseOn(order, lines, policy) : [],
    received: [],
    mismatches: [],
    dispatch: null,
    escalatedAt: null,
    authorization: null,
    closing: null,
    completedAt: null,
  };
};

const warningsOf = (
  { lines, withdrawal }: RequestReturn,
  requestedAt: string,
  { order, others, policy }: ReturnContext,
): ReturnWarning[] => {
  const warnings: ReturnWarning[] = [];
  const returnIds = openRequestsFor(lines, others);
  if (returnIds.length > 0) {
    const detail = 'There are open requests for the same lines.';
    warnings.push({ code: 'duplicate_request', detail, returnIds });
  }
  if (withdrawal !== null) {
    if (withdrawal.confirmedAt === null) {
      warnings.push({
        code: 'withdrawal_unconfirmed',
        detail: 'The buyer has yet to confirm the withdrawal.',
      });
    }
    return warnings;
  }
  const windowEndsAt = returnWindowEndsAt(order, policy);
  if (requestedAt >= windowEndsAt) {
    warnings.push({ code: 'outside_return_window', detail: `The return window ended at ${windowEndsAt}.` });
  }
  const barred = order.lines.filter(
    ({ lineId, returnable }) => !returnable && lines.some((line) => line.lineId === lineId),
  );
  if (barred.length > 0) {
    const detail = `Not returnable: ${barred.map(({ lineId }) => lineId).join(', ')}.`;
    warnings.push({ code: 'not_returnable', detail });
  }
  return warnings;
};
