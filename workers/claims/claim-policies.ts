import type { Tx } from '../../db/client.ts';
import { readLatestSettings } from '../../db/repositories/settings/read-latest-settings.ts';
import { type ClaimPolicy, defaultClaimPolicy } from '../../src/domain/claims/claim.ts';

export interface ClaimPolicies {
  of(sellerId: string): ClaimPolicy;
}

interface StoredRefundPolicy {
  readonly claims?: Partial<ClaimPolicy>;
}

/** Loads what sellers have decided about claims; what was never stored has its default. */
export const loadClaimPolicies = async (tx: Tx, sellerIds: readonly string[]): Promise<ClaimPolicies> => {
  const rows = await readLatestSettings(
    tx,
    [...new Set(sellerIds)].map((sellerId) => ({ sellerId, kind: 'refund-policy' as const, key: '' })),
  );
  const stored = new Map(rows.map(({ sellerId, value }) => [sellerId, value as StoredRefundPolicy]));
  return { of: (sellerId) => ({ ...defaultClaimPolicy, ...stored.get(sellerId)?.claims }) };
};
