/** The words on slip and label; facts stand beside them, not inside. */
export interface LabelTexts {
  /** On the label, in capitals: what this parcel is. */
  readonly parcel: string;
  readonly sender: string;
  readonly recipient: string;
  readonly rma: string;
  readonly orderNumber: string;
  readonly channel: string;
  readonly slip: string;
  readonly issuedAt: string;
  /** What to do: first this, */
  readonly putInside: string;
  /** then this, */
  readonly stickLabel: string;
  /** or this, when the label is not on the page. */
  readonly stickOwnLabel: string;
  readonly item: string;
  readonly sku: string;
  readonly quantity: string;
  readonly reason: string;
  /** In place of a reason. */
  readonly withdrawal: string;
  readonly cutHere: string;
  readonly continued: (page: number) => string;
  readonly pageOf: (page: number, pages: number) => string;
}
