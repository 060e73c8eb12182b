import { accept, refuse } from '../outcome.ts';
import { decideAuthorize, decideReplaceDocuments } from './authorize.ts';
import { decideCancel, decideClose } from './close.ts';
import type {
  DispatchReturn,
  EscalateReturn,
  NoteAnswer,
  ReplyToReturn,
  ReturnCommand,
  ReturnContext,
  ReturnDecision,
  UndeliveredAnswer,
} from './commands.ts';
import { decideConfirmWithdrawal } from './confirm-withdrawal.ts';
import { decideRaiseNotice } from './deadlines.ts';
import { decideComplete, decideMismatch, decideReceive } from './receive.ts';
import {
  decideNoteNothingOwed,
  decideNoteOwedAgain,
  decideNoteRefund,
  decideNoteRefundReversed,
  startClockOfDispatch,
} from './refund-clock.ts';
import { decideRequest } from './request.ts';
import type { Return } from './return.ts';
import { refuseTime } from './times.ts';

/**
 * What a command does to a return: events, none when it tells nothing new, or the rule's refusal. Pure, and
 * it never changes its input. `null` is a return that does not exist yet. docs/returns.md has the diagram.
 */
export const decide = (
  state: Return | null,
  command: ReturnCommand,
  context: ReturnContext,
): ReturnDecision => {
  if (command.type === 'request') {
    return state === null
      ? decideRequest(command, context)
      : refuse('return_exists', `The return ${state.id} exists already.`);
  }
  if (state === null) return refuse('unknown_return', 'There is no such return.');
  switch (command.type) {
    case 'authorize':
      return decideAuthorize(state, command, context);
    case 'replace_documents':
      return decideReplaceDocuments(state, command, context);
    case 'confirm_withdrawal':
      return decideConfirmWithdrawal(state, command, context);
    case 'close':
      return decideClose(state, command, context);
    case 'cancel':
      return decideCancel(state, command, context);
    case 'reply':
      return decideReply(command, context);
    case 'note_answer':
      return decideNoteAnswer(state, command);
    case 'undelivered_answer':
      return decideUndelivered(state, command, context);
    case 'dispatch':
      return decideDispatch(state, command, context);
    case 'escalate':
      return decideEscalate(state, command, context);
    case 'receive':
      return decideReceive(state, command, context);
    case 'decide_mismatch':
      return decideMismatch(state, command, context);
    case 'complete':
      return decideComplete(state, command, context);
    case 'raise_notice':
      return decideRaiseNotice(state, command, context);
    case 'note_refund':
      return decideNoteRefund(state, command, context);
    case 'note_nothing_owed':
      return decideNoteNothingOwed(state, command, context);
    case 'note_owed_again':
      return decideNoteOwedAgain(state, context);
    case 'note_refund_reversed':
      return decideNoteRefundReversed(state, command, context);
    default:
      return command satisfies never;
  }
};

/** Writing to the buyer is possible in every state (003). */
const decideReply = ({ message, messageId }: ReplyToReturn, { now }: ReturnContext): ReturnDecision =>
  accept([{ type: 'replied', message, messageId, actor: 'seller', at: now }]);

/**
 * A message to the buyer answers a request that was made before it (003: contacting the buyer); of several the
 * first one does, in whatever order they become known. Whom a gift was given to is not in that conversation.
 */
const decideNoteAnswer = (state: Return, { messageId, sentAt }: NoteAnswer): ReturnDecision => {
  const { clock, requestedAt, requestedBy, answeredBy } = state;
  const isOpen = clock !== null && state.state === 'requested' && requestedBy !== 'gift_recipient';
  if (!isOpen || sentAt < requestedAt) return accept([]);
  const answers = clock.stoppedAt === null || (answeredBy != null && sentAt < clock.stoppedAt);
  return accept(answers ? [{ type: 'answered_by_message', messageId, actor: 'seller', at: sentAt }] : []);
};

/** What did not reach the buyer has answered nothing: the clock runs on, unless something else answers. */
const decideUndelivered = (
  state: Return,
  { messageId, next }: UndeliveredAnswer,
  { now }: ReturnContext,
): ReturnDecision => {
  const waits = state.state === 'requested' && state.escalatedAt === null;
  if (!waits || state.answeredBy !== messageId) return accept([]);
  return accept([
    { type: 'answer_undelivered', messageId, actor: 'system', at: now },
    ...(next === null
      ? []
      : ([
          { type: 'answered_by_message', messageId: next.messageId, actor: 'seller', at: next.sentAt },
        ] as const)),
  ]);
};

/** The buyer has sent the parcel off; the first word of it counts. */
const decideDispatch = (
  state: Return,
  { at, proof }: DispatchReturn,
  context: ReturnContext,
): ReturnDecision => {
  const { now } = context;
  if (state.state === 'closed') return refuse('return_closed', 'The return is closed.');
  if (state.authorization === null) return refuse('not_authorized', 'The return is not authorised yet.');
  if (state.dispatch !== null) return accept([]);
  const fault = refuseTime(at, { now, since: state.requestedAt });
  if (fault !== null) return { ok: false, refusal: fault };
  const dispatchedAt = at ?? now;
  return accept([
    { type: 'dispatched', dispatchedAt, proof, actor: 'buyer', at: now },
    ...startClockOfDispatch(state, dispatchedAt, context),
  ]);
};

/** A guarantee claim may be made of a return in any state, also of one that was closed; once. */
const decideEscalate = (state: Return, { at }: EscalateReturn, { now }: ReturnContext): ReturnDecision => {
  if (state.escalatedAt !== null) return accept([]);
  const fault = refuseTime(at, { now, since: state.requestedAt });
  if (fault !== null) return { ok: false, refusal: fault };
  return accept([{ type: 'escalated', actor: 'buyer', at: at ?? now }]);
};
