import type { Request, Response } from 'express';
import { goneSignal } from '../../api/http/gone-signal.ts';
import type { Page } from '../layout.ts';
import type { ActOutcome } from '../links/act-once.ts';
import { readForm } from '../returns/form/read-form.ts';
import { type FormFault, formFaultStatus, type SentForm, textFormBytes } from '../returns/form/sent-form.ts';
import { linkKeyOf } from '../returns/link/find-view.ts';
import { donePage, obstaclePage, waitingPage } from './after-pages.ts';
import { addPhotos } from './claim/add-photos.ts';
import { claimPage } from './claim/claim-page.ts';
import { formPage } from './form-page.ts';
import { formState } from './money-form.ts';
import type { MoneyView } from './money-view.ts';
import { obstacleTo } from './obstacles.ts';
import { type ActingMatter, parseAct } from './parse-act.ts';
import type { MatterOf, MoneyAct, MoneyLinkUse, MoneyPagePorts } from './ports.ts';

type View = MoneyView<ActingMatter>;

export type Acted =
  | { readonly status: number; readonly page: Page }
  | { readonly status: number; readonly problem: FormFault }
  /** Show the link's page anew. */
  | { readonly status: 303 };

export interface Acting {
  readonly ports: MoneyPagePorts;
  /** The view as it is after something was done. */
  readonly again: () => Promise<View>;
  readonly request: Request;
  readonly response: Response;
}

/** What a link shows: its form, what it has done, or why it can do nothing. */
export const shownPage = async (view: View, ports: MoneyPagePorts): Promise<Page> => {
  const use = await findUse(view, ports);
  if (use !== null) return usePage(view, use);
  const obstacle = obstacleTo(view);
  return obstacle === null ? formPage(view, formState(view)) : obstaclePage(view, obstacle);
};

/** Null: not used, or refused and given back. */
const findUse = async ({ sellerId, token }: View, ports: MoneyPagePorts): Promise<MoneyLinkUse | null> => {
  const use = await ports.findLinkUse(sellerId, linkKeyOf(token));
  return use?.state === 'rejected' ? null : use;
};

/** What a posted form does: the act itself is a job, which the link can make once. */
export const actOnLink = async (view: View, { ports, again, request, response }: Acting): Promise<Acted> => {
  const { sellerId, matter } = view;
  // After the matter: what this link did to it is then known to be the link's doing.
  const use = await findUse(view, ports);
  const obstacle = use === null ? obstacleTo(view) : null;
  if (obstacle !== null) return { status: 409, page: obstaclePage(view, obstacle) };
  const sent = await readForm(request, { limitBytes: textFormBytes, files: false });
  if (!sent.ok) return { status: formFaultStatus[sent.fault], problem: sent.fault };
  const parsed = parseAct(matter, sent.form);
  if (!parsed.ok) {
    return use === null
      ? faultyForm(view, sent.form, { errors: parsed.errors })
      : { status: 409, page: usePage(view, use, { usedBefore: true }) };
  }
  if (use === null && isStale(matter, parsed.value)) return refusedForm(view, sent.form, 'amount_changed');
  const outcome = await ports.act({
    sellerId,
    matter,
    linkKey: linkKeyOf(view.token),
    act: parsed.value,
    gone: goneSignal(response),
  });
  const after = await again();
  return answerTo(outcome, { view: after, form: sent.form, use: () => findUse(after, ports) });
};

/** Adds photographs to a claim, as often as there are some: it is no use of the link. */
export const addPhotosByLink = async (
  view: MoneyView<MatterOf<'file_claim'>>,
  { ports, again, request }: Acting,
): Promise<Acted> => {
  const use = await findUse(view, ports);
  if (use !== null) return { status: 409, page: usePage(view, use, { usedBefore: true }) };
  const obstacle = obstacleTo(view);
  if (obstacle !== null) return { status: 409, page: obstaclePage(view, obstacle) };
  const added = await addPhotos(view, { ports, request });
  if (!added.ok) return { status: formFaultStatus[added.fault], problem: added.fault };
  if (added.problems.length === 0) return { status: 303 };
  const { matter, ...after } = await again();
  if (matter.action !== 'file_claim') throw new Error('A link is about something else than before');
  const seen = { ...after, matter };
  return { status: 422, page: claimPage(seen, { state: formState(seen), problems: added.problems }) };
};

/** The seller would refund another amount than the one that was shown. */
const isStale = (matter: ActingMatter, act: MoneyAct): boolean =>
  matter.action === 'refund_return' &&
  act.name === 'settle-return' &&
  matter.owed?.amountMinor !== act.amountMinor;

interface Answering {
  readonly view: View;
  readonly form: SentForm;
  readonly use: () => Promise<MoneyLinkUse | null>;
}

const answerTo = async (outcome: ActOutcome, { view, form, use }: Answering): Promise<Acted> => {
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
      const obstacle = obstacleTo(view);
      return obstacle === null
        ? refusedForm(view, form, outcome.code)
        : { status: 409, page: obstaclePage(view, obstacle) };
    }
    default:
      return outcome satisfies never;
  }
};

const faultyForm = (view: View, form: SentForm, faults: Parameters<typeof formState>[2]): Acted => ({
  status: 422,
  page: formPage(view, formState(view, form, faults)),
});

const refusedForm = (view: View, form: SentForm, code: string): Acted =>
  faultyForm(view, form, { errors: [{ field: '', fault: 'refused' }], refusal: refusalOf(view, code) });

/** What a used link did, or how far that is. */
const usePage = (view: View, use: MoneyLinkUse | null, after: { usedBefore?: boolean } = {}): Page => {
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
const refusalOf = ({ voice: { texts } }: View, code: string): string => {
  const { refusals } = texts;
  switch (code) {
    case 'amount_changed':
    case 'nothing_to_refund':
      return refusals.amountChanged;
    case 'quantity_above_left':
    case 'already_shipped':
      return refusals.itemsGone;
    case 'photos_missing':
      return refusals.photosMissing;
    case 'payment_reference_missing':
      return refusals.paymentUnknown;
    default:
      return refusals.other;
  }
};
