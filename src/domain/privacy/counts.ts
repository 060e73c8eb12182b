/** What was erased, in numbers of things. */
export interface ErasureCounts {
  /** Orders that hold no personal data any more. */
  readonly ordersErased: number;
  /** Orders and returns that are under way, and are erased once they are over. */
  readonly pending: number;
  readonly messages: number;
  readonly returns: number;
  /** Slips and labels, in each form in which they were drawn. */
  readonly documents: number;
  readonly photographs: number;
  readonly mails: number;
  /** Work that failed or was called off, and held personal data: it can no longer be retried. */
  readonly jobs: number;
}

export const nothingErased: ErasureCounts = {
  ordersErased: 0,
  pending: 0,
  messages: 0,
  returns: 0,
  documents: 0,
  photographs: 0,
  mails: 0,
  jobs: 0,
};

export const addCounts = (one: ErasureCounts, other: Partial<ErasureCounts>): ErasureCounts => ({
  ordersErased: one.ordersErased + (other.ordersErased ?? 0),
  pending: one.pending + (other.pending ?? 0),
  messages: one.messages + (other.messages ?? 0),
  returns: one.returns + (other.returns ?? 0),
  documents: one.documents + (other.documents ?? 0),
  photographs: one.photographs + (other.photographs ?? 0),
  mails: one.mails + (other.mails ?? 0),
  jobs: one.jobs + (other.jobs ?? 0),
});

/** Whether anything was found beside the mere row of an order. */
export const isAnyErased = ({ ordersErased: _rows, pending: _pending, ...things }: ErasureCounts): boolean =>
  Object.values(things).some((count) => count > 0);
