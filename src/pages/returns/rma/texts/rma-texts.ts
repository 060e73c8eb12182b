import type { ReturnEvent } from '../../../../domain/returns/events.ts';
import type { Condition, ReturnActor, ReturnState } from '../../../../domain/returns/return.ts';
import type { Headline } from '../../texts/link-texts.ts';

/** What the operator's page of a return says, and the words for what has happened to one. */
export interface RmaTexts {
  readonly history: string;
  readonly events: Readonly<Record<ReturnEvent['type'], string>>;
  readonly actors: Readonly<Record<ReturnActor, string>>;
  readonly rma: {
    title(rma: string): string;
    readonly missing: Headline;
    several(count: number): string;
    readonly states: Readonly<Record<ReturnState, string>>;
    readonly state: string;
    readonly channel: string;
    readonly seller: string;
    readonly buyer: string;
    readonly sender: string;
    readonly received: string;
    readonly nothingReceived: string;
    readonly receivedOn: string;
    readonly conditions: Readonly<Record<Condition, string>>;
    readonly mismatches: string;
    readonly documents: string;
    readonly slipAndLabel: string;
    readonly uploadedLabel: string;
  };
}
