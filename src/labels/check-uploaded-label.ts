import { accept, type Outcome, refuse } from '../domain/outcome.ts';
import type { FileDefect } from './file-defects.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { inspectPng } from './inspect-png.ts';

export interface UploadedLabel {
  readonly contentType: 'application/pdf' | 'image/png';
}

/** Carriers' labels have 20 to 300 kB; these are kept in the database, and go out by mail. */
const largestLabelBytes = 2 * 1024 * 1024;

const inspections: Readonly<Record<UploadedLabel['contentType'], (bytes: Uint8Array) => FileDefect | null>> =
  {
    'application/pdf': inspectPdf,
    'image/png': inspectPng,
  };

const isSupported = (type: string): type is UploadedLabel['contentType'] => Object.hasOwn(inspections, type);

/**
 * Whether a seller's own label is a file of the kind it says, whole, and one that can be printed. Refuses
 * with `label_too_large` (over 2 MiB, or too many dots), `label_type_unsupported`, `label_type_mismatch`
 * (begins as something else), `label_damaged` (cut short, or more than the one file).
 *
 * @param contentType As in the header, parameters and all.
 */
export const checkUploadedLabel = (bytes: Uint8Array, contentType: string): Outcome<UploadedLabel> => {
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  if (!isSupported(type)) return refuse('label_type_unsupported', 'A label is a PDF or a PNG file.');
  if (bytes.length > largestLabelBytes) return refuse('label_too_large', 'A label has at most 2 MiB.');
  const defect = inspections[type](bytes);
  return defect === null ? accept({ contentType: type }) : refuse(defect.code, defect.detail);
};
