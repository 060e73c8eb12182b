import type { Language } from '../domain/languages.ts';
import { drawSheets } from './draw-sheets.ts';
import type { EvidencePack } from './evidence-pack-data.ts';
import { evidenceSheets } from './evidence-sheets.ts';
import { evidenceTexts } from './texts/evidence/index.ts';

/**
 * What a carrier wants to see of a claim, as A4 pages: claim, order, parcel, scans, what the buyer has had back, and
 * the photographs, one or two to a page. The same pack gives the same bytes. Rejects on a photograph that is no JPEG.
 */
export const drawEvidencePack = async (pack: EvidencePack, language: Language): Promise<Uint8Array> => {
  const title = `${evidenceTexts[language].title} ${pack.claim.id}`;
  return drawSheets({ title, language, at: pack.asOf }, evidenceSheets(pack, language));
};
