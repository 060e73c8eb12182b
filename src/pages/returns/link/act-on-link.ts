import type { Request, Response } from 'express';
import { goneSignal } from '../../../api/http/gone-signal.ts';
import type { Page } from '../../layout.ts';
import type { ActOutcome } from '../../links/act-once.ts';
import type { FieldError } from '../form/field-errors.ts';
import { readForm } from '../form/read-form.ts';
import { formFaultStatus, type SentForm, textFormBytes, uploadFormBytes } from '../form/sent-form.ts';
import type { LinkUse, ReturnLinkPorts } from '../ports.ts';
import type { LinkProblem } from '../texts/link-texts.ts';
import { donePage, obstaclePage, waitingPage } from './after-pages.ts';
import { linkKeyOf } from './find-view.ts';
import { formPage } from './form-pages.ts';
import { type ActingLink, obstacleTo } from './link-actions.ts';
import { formState, type LinkView } from './link-view.ts';
import { parseAct } from './parse-act.ts';

export type Acted =
  | { readonly status: number; readonly page: Page }
  | { readonly status: number; readonly problem: LinkProblem };

export interface Acting {
  readonly ports: ReturnLinkPorts;
  /** The view as it is after something was done. */
  readonly again: () => Promise<LinkView>;
  readonly request: Request;
  readonly response: Response;
}

/** What a posted form does: the act itself is a job, which the link can make once. */
export const actOnLink = async (
  action: ActingLink,
  view: LinkView,
  { ports, again, request, response }: Acting,
): Promise<Acted> => {
  const { sellerId, return: state } = view.full;
  const linkKey = linkKeyOf(view.token);
  // After the return: what this link did to it is then known to be the link's doing.
  const use = await ports.findLinkUse(sellerId, linkKey);
  if (use === null) {
    const obstacle = obstacleTo(action, state, view.voice.texts);
    if (obstacle !== null) return { status: 409, page: obstaclePage(view, obstacle) };
  }
  const files = action === 'authorize_return';
  const sent = await readForm(request, { limitBytes: files ? uploadFormBytes : textFormBytes, files });
  if (!sent.ok) return { status: formFaultStatus[sent.fault], problem: sent.fault };
  const parsed = await parseAct(action, sent.form, { return: state, checkUpload: ports.checkUpload });
  if (!parsed.ok) {
    return use === null ? faultyForm(action, view, sent.form, parsed.errors) : usedPage(action, view, use);
  }
  const outcome = await ports.act({
    sellerId,
    return: state,
    linkKey,
    act: parsed.value,
    gone: goneSignal(response),
  });
  return answerTo(outcome, {
    action,
    view,
    form: sent.form,
    again,
    use: () => ports.findLinkUse(sellerId, linkKey),
  });
};

interface Answering {
  readonly action: ActingLink;
  readonly view: LinkView;
  readonly form: SentForm;
  readonly again: () => Promise<LinkView>;
  readonly use: () => Promise<LinkUse | null>;
}

const answerTo = async (
  outcome: ActOutcome,
  { action, view, form, again, use }: Answering,
): Promise<Acted> => {
  switch (outcome.kind) {
    case 'done': {
      const after = await again();
      return { status: 200, page: donePage(action, after, { use: await use() }) };
    }
    case 'pending':
      return { status: 202, page: waitingPage(view, 'pending') };
    case 'failed':
      return { status: 500, page: waitingPage(view, 'failed') };
    case 'used_before':
      return usedPage(action, await again(), await use());
    case 'rejected': {
      const after = await again();
      const obstacle = obstacleTo(action, after.full.return, after.voice.texts);
      if (obstacle !== null) return { status: 409, page: obstaclePage(after, obstacle) };
      return faultyForm(action, after, form, [faultOfRefusal(outcome.code)]);
    }
    default:
      return outcome satisfies never;
  }
};

const faultyForm = (
  action: ActingLink,
  view: LinkView,
  form: SentForm,
  errors: readonly FieldError[],
): Acted => ({ status: 422, page: formPage(action, view, formState(view, form, errors)) });

/** Something else was asked for before: the page of that, and that this has changed nothing. */
const usedPage = (action: ActingLink, view: LinkView, use: LinkUse | null): Acted => {
  const underWay = use !== null && use.state !== 'done';
  return {
    status: 409,
    page: underWay
      ? waitingPage(view, use.state === 'failed' || use.state === 'cancelled' ? 'failed' : 'pending')
      : donePage(action, view, { use, usedBefore: true }),
  };
};

/** Where a refusal by the domain stands in the form. */
const refusals: Readonly<Record<string, FieldError>> = {
  rma_taken: { field: 'rmaOwn', fault: 'rma_taken' },
  no_return_address: { field: 'address', fault: 'no_return_address' },
  unknown_return_address: { field: 'address', fault: 'unknown_return_address' },
  quantity_above_left: { field: '', fault: 'units_taken' },
  withdrawal_binding: { field: 'reason', fault: 'reason_not_allowed' },
  withdrawal_in_time: { field: 'reason', fault: 'reason_not_allowed' },
};

const faultOfRefusal = (code: string): FieldError => refusals[code] ?? { field: '', fault: 'refused' };
