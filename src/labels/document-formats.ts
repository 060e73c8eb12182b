import { renderLabelPdf } from './render-label-pdf.ts';
import { renderLabelPng } from './render-label-png.ts';
import { renderLabelZpl } from './render-label-zpl.ts';
import { renderReturnPdf } from './render-return-pdf.ts';
import type { ReturnDocument } from './return-document.ts';

/** Every form in which the documents of a return are drawn, by the name under which they are kept. */
export const documentFormats = [
  'return.pdf',
  'label-a6.pdf',
  'label-4x6.pdf',
  'label-203.zpl',
  'label-300.zpl',
  'label.png',
] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** The seller's own label, kept beside those that are drawn. */
export const uploadedFormat = 'uploaded';

const zplType = 'application/zpl';

export const contentTypeOf: Readonly<Record<DocumentFormat, string>> = {
  'return.pdf': 'application/pdf',
  'label-a6.pdf': 'application/pdf',
  'label-4x6.pdf': 'application/pdf',
  'label-203.zpl': zplType,
  'label-300.zpl': zplType,
  'label.png': 'image/png',
};

/** Draws a document: the same bytes for the same document, always. */
export const renderDocument = async (
  document: ReturnDocument,
  format: DocumentFormat,
): Promise<Uint8Array> => {
  switch (format) {
    case 'return.pdf':
      return renderReturnPdf(document);
    case 'label-a6.pdf':
      return renderLabelPdf(document, 'a6');
    case 'label-4x6.pdf':
      return renderLabelPdf(document, '4x6');
    case 'label-203.zpl':
      return Buffer.from(await renderLabelZpl(document, 203));
    case 'label-300.zpl':
      return Buffer.from(await renderLabelZpl(document, 300));
    case 'label.png':
      return renderLabelPng(document);
    default:
      return format satisfies never;
  }
};
