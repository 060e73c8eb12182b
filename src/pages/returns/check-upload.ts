import type { UploadType } from './ports.ts';

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What a file is by its first bytes, whatever it is called; null: neither PDF nor PNG, or cut short. */
export const sniffUpload = (bytes: Uint8Array): UploadType | null => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, 8).equals(pngSignature)) {
    return buffer.subarray(12, 16).toString('latin1') === 'IHDR' && buffer.includes('IEND')
      ? 'image/png'
      : null;
  }
  // Readers look for the end of a PDF in its last kilobyte.
  return buffer.subarray(0, 5).toString('latin1') === '%PDF-' && buffer.subarray(-1_024).includes('%%EOF')
    ? 'application/pdf'
    : null;
};
