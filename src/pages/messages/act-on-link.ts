import type { Request, Response } from 'express';
import { goneSignal } from '../../api/http/gone-signal.ts';
import type { Page } from '../layout.ts';
import type { ActOutcome } from '../links/act-once.ts';
import type { FormState } from '../returns/form/fields.ts';
import { readForm } from '../returns/form/read-form.ts';
import { type FormFault, formFaultStatus, type SentForm, textFormBytes } from '../returns/form/sent-form.ts';
import { linkKeyOf } from '../returns/link/find-view.ts';
import { donePage, waitingPage } from './after-pages.ts';
import { formState, type MessageView } from './message-view.ts';
import { parseAct } from './parse-act.ts';
import type { MessageLinkUse, MessagePagePorts } from './ports.ts';
import { replyPage } from './reply-page.ts';
import { writePage } from './write-page.ts';

export type Acted =
  | { readonly status: number; readonly page: Page }
  | { readonly status: number; readonly problem: FormFault };

export interface Acting {
  readonly ports: MessagePagePorts;
  /** The view as it is after something was done. */
  readonly again: () => Promise<MessageView>;
  readonly request: Request;
  readonly response: Response;
}

/** What a link shows: its form, or what it has done. */
export const shownPage = async (view: MessageView, ports: MessagePagePorts): Promise<Page> => {
  const use = await findUse(view, ports);
  return use === null ? formPage(view, formState(view)) : usePage(view, use);
};

/** Null: not used, or refused and given back. */
const findUse = async (
  { sellerId, token }: MessageView,
  ports: MessagePagePorts,
): Promise<MessageLinkUse | null> => {
  const use = await ports.findLinkUse(sellerId, linkKeyOf(token));
  return use?.state === 'rejected' ? null : use;
};

/** What a posted form does: the act itself is a job, which the link can make once. */
export const actOnLink = async (
  view: MessageView,
  { ports, again, request, response }: Acting,
): Promise<Acted> => {
  const { sellerId, conversation } = view;
  const sent = await readForm(request, { limitBytes: textFormBytes, files: false });
  if (!sent.ok) return { status: formFaultStatus[sent.fault], problem: sent.fault };
  const parsed = parseAct(view.action, sent.form);
  if (!parsed.ok) {
    const use = await findUse(view, ports);
    return use === null
      ? faultyForm(view, formState(view, sent.form, parsed))
      : { status: 409, page: usePage(view, use, { usedBefore: true }) };
  }
  const outcome = await ports.act({
    sellerId,
    conversation,
    linkKey: linkKeyOf(view.token),
    act: parsed.value,
    gone: goneSignal(response),
  });
  return answerTo(outcome, { view: await again(), form: sent.form, use: () => findUse(view, ports) });
};

const answerTo = async (
  outcome: ActOutcome,
  { view, form, use }: { view: MessageView; form: SentForm; use: () => Promise<MessageLinkUse | null> },
): Promise<Acted> => {
  switch (outcome.kind) {
    case 'done':
      return { status: 200, page: donePage(view, await use()) };
    case 'pending':
      return { status: 202, page: waitingPage(view, 'pending') };
    case 'failed':
      return { status: 500, page: waitingPage(view, 'failed') };
    case 'used_before':
      return { status: 409, page: usePage(view, await use(), { usedBefore: true }) };
    case 'rejected': {
      const refusal = refusalOf(view, outcome.code);
      return faultyForm(view, formState(view, form, { errors: [{ field: '', fault: 'refused' }], refusal }));
    }
    default:
      return outcome satisfies never;
  }
};

const formPage = (view: MessageView, state: FormState): Page =>
  view.action === 'reply_to_message' ? replyPage(view, state) : writePage(view, state);

const faultyForm = (view: MessageView, state: FormState): Acted => ({
  status: 422,
  page: formPage(view, state),
});

/** What a used link did, or how far that is. */
const usePage = (
  view: MessageView,
  use: MessageLinkUse | null,
  after: { usedBefore?: boolean } = {},
): Page => {
  switch (use?.state) {
    case 'waiting':
    case 'queued':
      return waitingPage(view, 'pending');
    case 'failed':
    case 'cancelled':
      return waitingPage(view, 'failed');
    default:
      return donePage(view, use, after);
  }
};

/** Why the rules refused it, in the reader's language. */
const refusalOf = ({ conversation, voice: { texts } }: MessageView, code: string): string => {
  switch (code) {
    case 'buyer_unreachable':
      return texts.reply.unreachable(conversation.thread.channel);
    case 'unknown_message':
      return texts.refusals.unknownMessage;
    default:
      return texts.refusals.other;
  }
};
