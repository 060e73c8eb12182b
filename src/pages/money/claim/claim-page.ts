import { type Html, html } from '../../html.ts';
import type { Page } from '../../layout.ts';
import { choiceField, errorSummary, type FormState } from '../../returns/form/fields.ts';
import { moneyForm } from '../money-form.ts';
import { factList, type MoneyView, moneyPage, pageHead, timeOf, unitList, written } from '../money-view.ts';
import type { MatterOf } from '../ports.ts';
import { type PhotoProblem, photosCard } from './photos-card.ts';

type View = MoneyView<MatterOf<'file_claim'>>;

export interface ClaimForms {
  readonly state: FormState;
  /** What was wrong with the photographs that were just sent. */
  readonly problems?: readonly PhotoProblem[];
}

/** The seller's page: the claim, the photographs of a damage, and its submission. */
export const claimPage = (view: View, { state, problems = [] }: ClaimForms): Page => {
  const { claim } = view.matter;
  const { texts } = view.voice;
  const title = texts.claim.titles[claim.kind];
  return moneyPage(view, {
    title,
    faulty: state.errors.length > 0 || problems.length > 0,
    main: html`<section class="card">${pageHead(view, title, texts.claim.leads[claim.kind])}${errorSummary(state)}</section>
<section class="card"><h2>${texts.claim.heading}</h2>${claimFacts(view)}</section>
${claim.kind === 'damaged' && photosCard(view, problems)}
${submitCard(view, state)}`,
  });
};

const claimFacts = ({ matter: { claim, order }, voice }: View): Html | null => {
  const { claim: words } = voice.texts;
  const parcel = order.shipments.find(({ id }) => id === claim.shipmentId);
  return factList([
    ...(parcel === undefined
      ? []
      : ([
          [words.carrier, parcel.carrier],
          [words.trackingNumber, parcel.trackingNumber],
        ] as const)),
    [words.items, unitList(order, claim.lines)],
    [words.amount, html`<strong>${written(voice, claim.amountMinor)}</strong>`],
    [words.closesAt, timeOf(voice, claim.closesAt)],
  ]);
};

const submitCard = (view: View, state: FormState): Html => {
  const { claim: words } = view.voice.texts;
  const { claim, photos } = view.matter;
  if (claim.kind === 'damaged' && photos.length === 0) {
    return html`<section class="card"><p>${words.photosFirst}</p></section>`;
  }
  return html`<section class="card">${moneyForm(view, state, {
    fields: choiceField(state, words.choice),
    button: words.button,
  })}</section>`;
};
