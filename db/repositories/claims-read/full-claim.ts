import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Claim } from '../../../src/domain/claims/claim.ts';
import type { Tx } from '../../client.ts';
import { type ClaimRow, toClaim } from '../claims/claim-columns.ts';

/** What is known of a photograph without looking at it. */
export interface ClaimPhotoNote {
  readonly photoId: string;
  readonly contentType: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly createdAt: Instant;
}

/** A claim with what is known of its photographs, in the order in which they came. */
export interface FullClaim {
  readonly claim: Claim;
  readonly photos: readonly ClaimPhotoNote[];
}

/** Adds their photographs to claims, in one statement whatever their number. */
export const toFullClaims = async ({ sql }: Tx, rows: readonly ClaimRow[]): Promise<FullClaim[]> => {
  if (rows.length === 0) return [];
  const photos = await sql<(ClaimPhotoNote & { claimId: string })[]>`
    SELECT claim_id AS "claimId", id AS "photoId", content_type AS "contentType", width, height,
      octet_length(content) AS bytes, created_at AS "createdAt"
    FROM claim_photo WHERE claim_id = ANY (${rows.map(({ id }) => id)}::uuid[])
    ORDER BY claim_id, position`;
  const byClaim = new Map<string, ClaimPhotoNote[]>(rows.map(({ id }) => [id, []]));
  for (const { claimId, ...photo } of photos) byClaim.get(claimId)?.push(photo);
  return rows.map((row) => ({ claim: toClaim(row), photos: byClaim.get(row.id) ?? [] }));
};
