import { type Html, html } from '../../html.ts';
import { withdrawTextsOf } from '../../returns/withdraw/texts/index.ts';
import type { MoneyView } from '../money-view.ts';

/** To the page on which a buyer withdraws from the contract; relative to that of the link. */
export const withdrawLink = ({ voice: { language } }: MoneyView): Html =>
  html`<a href="../withdraw?lang=${language}">${withdrawTextsOf[language].title}</a>`;
