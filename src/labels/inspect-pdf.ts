import { damaged, type FileDefect, mismatch } from './file-defects.ts';

/** Readers look for the end within so much of a file's end. */
const endBytes = 1024;

/**
 * Null for a PDF that begins and ends as one. Readers also take one that begins later, which is how a file
 * is made that is a PDF to some and a program or a page to others; and so is what follows the end.
 */
export const inspectPdf = (bytes: Uint8Array): FileDefect | null => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!/^%PDF-[12]\.\d/.test(file.toString('latin1', 0, 8))) return mismatch('The file is not a PDF.');
  const end = file.toString('latin1', Math.max(0, file.length - endBytes));
  const found = /startxref\s+(\d{1,10})\s+%%EOF([\s\0]*)$/.exec(end);
  if (found === null) return damaged('The PDF is cut short, or something follows its end.');
  const at = Number(found[1]);
  const table = file.toString('latin1', at, at + 40);
  if (!/^\s*(xref\s|\d+\s+\d+\s+obj)/.test(table)) return damaged('The PDF has no table of its objects.');
  const text = file.toString('latin1');
  if (!/\/Root\b/.test(text) || !/\/(Pages|ObjStm)\b/.test(text)) {
    return damaged('The PDF has no pages.');
  }
  return null;
};
