import { type Html, html } from '../../html.ts';
import { withdrawTextsOf } from '../../returns/withdraw/texts/index.ts';
import type { MoneyView } from '../money-view.ts';

/** To the page on which a buyer withdraws from the contract; relative to that of the link. */
export const withdrawLink = ({ voice: { language } }: MoneyView, look?: 'button'): Html =>
  html`<a href="../withdraw?lang=${language}"${look !== undefined && html` class="${look}"`}>${withdrawTextsOf[language].title}</a>`;
