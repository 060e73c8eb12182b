import type { Database } from '../../../../db/client.ts';
import { addClaimPhoto } from '../../../../db/repositories/claims/add-claim-photo.ts';
import { readPhoto } from '../../../photos/read-photo.ts';
import { newId } from '../../../platform/ids.ts';
import type { PhotoFault } from '../ports.ts';

const faultsByCode: Readonly<Record<string, PhotoFault>> = {
  photo_wrong_type: 'wrong_type',
  photo_too_large: 'too_large',
};

/** Keeps a photograph of a claim, drawn anew; null: it is kept, now or since before. */
export const keepPhoto = async (
  database: Database,
  { sellerId, claimId }: { readonly sellerId: string; readonly claimId: string },
  bytes: Uint8Array,
): Promise<PhotoFault | null> => {
  const photo = await readPhoto(bytes);
  if (!photo.ok) return faultsByCode[photo.refusal.code] ?? 'unreadable';
  const { kind } = await addClaimPhoto(database, sellerId, claimId, { id: newId(), ...photo.value });
  switch (kind) {
    case 'added':
    case 'known':
      return null;
    case 'full':
      return 'full';
    case 'closed':
    case 'unknown_claim':
      return 'closed';
    default:
      return kind satisfies never;
  }
};
