import type { ClaimNoticeKind, RefundNoticeKind } from '../../../../../db/schema/digest-entry.ts';

export interface MoneyNotice<Kind> {
  readonly orderNumber: string;
  readonly notice: Kind;
  /** Where it can be acted on; null: no links in mails, or nothing to do on a page. */
  readonly url: string | null;
}

/** The groups of a digest about money; one that is not given is empty. */
export interface MoneyNotices {
  readonly refunds?: readonly MoneyNotice<RefundNoticeKind>[];
  readonly claims?: readonly MoneyNotice<ClaimNoticeKind>[];
}

const actionable: ReadonlySet<RefundNoticeKind | ClaimNoticeKind> = new Set([
  'refund_due',
  'claim_eligible',
  'claim_closing',
] as const);

/** Whether there is a page on which a seller deals with it, if links are wanted. */
export const hasPage = ({ notice }: MoneyNotice<RefundNoticeKind | ClaimNoticeKind>): boolean =>
  actionable.has(notice);
