import { renderLabelPdf } from '../../../src/labels/render-label-pdf.ts';
import { renderLabelPng } from '../../../src/labels/render-label-png.ts';
import { renderLabelZpl } from '../../../src/labels/render-label-zpl.ts';
import { renderReturnPdf } from '../../../src/labels/render-return-pdf.ts';
import type { ReturnDocument } from '../../../src/labels/return-document.ts';

/** Each file that a document becomes, by a name. */
export const renderAll = async (document: ReturnDocument): Promise<Readonly<Record<string, Uint8Array>>> => ({
  'return.pdf': await renderReturnPdf(document),
  'a6.pdf': await renderLabelPdf(document, 'a6'),
  '4x6.pdf': await renderLabelPdf(document, '4x6'),
  'label.png': await renderLabelPng(document),
  '203.zpl': Buffer.from(await renderLabelZpl(document, 203)),
  '300.zpl': Buffer.from(await renderLabelZpl(document, 300)),
});
