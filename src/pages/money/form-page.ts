import type { Page } from '../layout.ts';
import type { FormState } from '../returns/form/fields.ts';
import { askPage } from './cancellation/ask-page.ts';
import { decidePage } from './cancellation/decide-page.ts';
import { claimPage } from './claim/claim-page.ts';
import type { MoneyView } from './money-view.ts';
import type { ActingMatter } from './parse-act.ts';
import { returnRefundPage } from './refund/return-refund-page.ts';

/** The page of a link that acts: what it is about, and the form that acts. */
export const formPage = ({ matter, ...view }: MoneyView<ActingMatter>, state: FormState): Page => {
  switch (matter.action) {
    case 'decide_cancellation':
      return decidePage({ ...view, matter }, state);
    case 'request_cancellation':
      return askPage({ ...view, matter }, state);
    case 'file_claim':
      return claimPage({ ...view, matter }, { state });
    case 'refund_return':
      return returnRefundPage({ ...view, matter }, state);
    default:
      return matter satisfies never;
  }
};
