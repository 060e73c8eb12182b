import type { DocumentFormat } from '../../labels/document-formats.ts';

const paths: Readonly<Record<DocumentFormat | 'uploaded', string>> = {
  'return.pdf': 'return.pdf',
  'label-a6.pdf': 'label.pdf?size=a6',
  'label-4x6.pdf': 'label.pdf?size=4x6',
  'label-203.zpl': 'label.zpl?dpi=203',
  'label-300.zpl': 'label.zpl?dpi=300',
  'label.png': 'label.png',
  uploaded: 'own-label',
};

/** Where the API has a document of a return. */
export const documentPath = (returnId: string, format: DocumentFormat | 'uploaded'): string =>
  `/v1/returns/${returnId}/documents/${paths[format]}`;
