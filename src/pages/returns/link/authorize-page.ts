import { html } from '../../html.ts';
import type { Page } from '../../layout.ts';
import { newAddressFields } from '../form/address-fields.ts';
import {
  choiceField,
  errorSummary,
  type FormState,
  fileField,
  radioField,
  textField,
} from '../form/fields.ts';
import { requestCard, worthKnowing } from '../request-card.ts';
import { addressLines } from '../voice.ts';
import { type LinkView, linkForm, linkPage, pageHead } from './link-view.ts';

/** Number, address, label (004): everything is filled in as most sellers want it, but the choice. */
export const authorizePage = (view: LinkView, state: FormState): Page => {
  const { authorize } = view.voice.texts;
  return linkPage(view, {
    title: authorize.title,
    faulty: state.errors.length > 0,
    main: html`<section class="card">${pageHead(view, authorize.title, authorize.lead)}${errorSummary(state)}</section>
${worthKnowing(view.full, view.voice)}${requestCard(view.full, view.voice)}
<section class="card">${linkForm(view, state, {
      files: true,
      fields: html`${rmaField(view, state)}${addressField(view, state)}${labelField(view, state)}${choiceField(state, authorize.choice)}`,
      button: authorize.button,
    })}</section>`,
  });
};

const rmaField = ({ voice: { texts } }: LinkView, state: FormState) => {
  const { authorize } = texts;
  const own = textField(state, {
    name: 'rmaOwn',
    label: authorize.rmaField,
    hint: authorize.rmaHint,
    maxLength: 20,
  });
  return radioField(state, {
    name: 'rma',
    legend: authorize.rma,
    value: 'generated',
    options: [
      { value: 'generated', label: authorize.rmaGenerated },
      { value: 'own', label: authorize.rmaOwn, more: own },
    ],
  });
};

const addressField = ({ voice, channel, full }: LinkView, state: FormState) => {
  const { authorize } = voice.texts;
  const [first] = channel.returnAddresses;
  const country = first?.country ?? full.order.shipTo?.country ?? 'FR';
  const fields = newAddressFields(state, { words: authorize.fields, language: voice.language, country });
  return radioField(state, {
    name: 'address',
    legend: authorize.address,
    value: first === undefined ? 'new' : `saved:${first.id}`,
    options: [
      ...channel.returnAddresses.map(({ id, ...address }) => ({
        value: `saved:${id}`,
        label: addressLines(address, voice.language),
      })),
      { value: 'new', label: authorize.addressNew, more: fields },
    ],
  });
};

const labelField = ({ voice: { texts } }: LinkView, state: FormState) => {
  const { authorize } = texts;
  const file = fileField(state, {
    name: 'labelFile',
    label: authorize.labelFile,
    hint: authorize.labelHint,
    accept: 'application/pdf,image/png',
  });
  return radioField(state, {
    name: 'label',
    legend: authorize.label,
    value: 'generated',
    options: [
      { value: 'generated', label: authorize.labelGenerated, hint: authorize.labelGeneratedHint },
      { value: 'uploaded', label: authorize.labelUploaded, more: file },
    ],
  });
};
