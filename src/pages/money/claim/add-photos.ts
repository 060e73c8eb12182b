import type { IncomingMessage } from 'node:http';
import { mostClaimPhotos } from '../../../domain/claims/claim.ts';
import type { FormFault } from '../../returns/form/sent-form.ts';
import type { MoneyView } from '../money-view.ts';
import type { MatterOf, MoneyPagePorts } from '../ports.ts';
import type { PhotoProblem } from './photos-card.ts';
import { readPhotos } from './read-photos.ts';

export type AddedPhotos =
  | { readonly ok: true; readonly problems: readonly PhotoProblem[] }
  | { readonly ok: false; readonly fault: FormFault };

/**
 * Adds the photographs that were posted; what is wrong with one keeps the others from nothing. It uses up no link:
 * the same one twice is one photograph.
 */
export const addPhotos = async (
  { sellerId, matter: { claim, photos } }: MoneyView<MatterOf<'file_claim'>>,
  { ports, request }: { readonly ports: Pick<MoneyPagePorts, 'addPhoto'>; readonly request: IncomingMessage },
): Promise<AddedPhotos> => {
  const problems: PhotoProblem[] = [];
  let kept = 0;
  const fault = await readPhotos(request, async ({ name, bytes, tooLarge }) => {
    const isFull = photos.length + kept >= mostClaimPhotos;
    const problem = tooLarge
      ? 'too_large'
      : isFull
        ? 'full'
        : await ports.addPhoto(sellerId, claim.id, bytes);
    if (problem === null) kept += 1;
    else problems.push({ name, fault: problem });
  });
  if (fault !== null) return { ok: false, fault };
  const none = kept === 0 && problems.length === 0;
  return { ok: true, problems: none ? [{ name: null, fault: 'missing' }] : problems };
};
