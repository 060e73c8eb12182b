import type { ReturnDocument } from '../../../src/labels/return-document.ts';

/** What a small shop sends: French, three lines, a name with a letter from Poland. */
export const plain: ReturnDocument = {
  language: 'fr',
  issuedAt: '2026-04-04T09:30:00.000Z',
  timeZone: 'Europe/Paris',
  rma: '7K3M9Q2XPA',
  rmaUrl: 'https://apres-vente.example.org/rma/7K3M9Q2XPA',
  orderNumber: '404-1234567-7654321',
  channel: 'boutique',
  sellerName: 'Atelier Ærø & Fils',
  sender: {
    name: 'Łucja Đorđević',
    line1: '12 bis, rue de l’Église',
    line2: 'Bâtiment C, 3e étage',
    postalCode: '69003',
    city: 'Lyon',
    country: 'FR',
  },
  returnAddress: {
    name: 'Atelier Ærø — Retours',
    line1: '48 quai de la Loire',
    postalCode: '44000',
    city: 'Nantes',
    country: 'FR',
  },
  lines: [
    {
      title: 'Théière en fonte émaillée, 1,2 l, avec filtre en acier inoxydable',
      sku: 'TEA-FON-120',
      quantity: 1,
      reason: 'item_damaged_box_intact',
    },
    { title: 'Tasses à thé (lot de 4)', sku: 'TEA-CUP-4', quantity: 2, reason: 'wrong_item' },
  ],
  withdrawal: false,
  ownLabel: false,
};

/** Greek and Cyrillic, twenty characters of RMA, nobody's shop. */
export const eastern: ReturnDocument = {
  ...plain,
  language: 'de',
  rma: 'RMA_2026-ABCDEFGH-20',
  sellerName: null,
  sender: {
    name: 'Ελένη Παπαδοπούλου',
    line1: 'Οδός Ερμού 12',
    postalCode: '105 63',
    city: 'Αθήνα',
    country: 'GR',
  },
  returnAddress: {
    name: 'Книжарница София',
    line1: 'бул. Витоша 15',
    postalCode: '1000',
    city: 'София',
    country: 'BG',
  },
  withdrawal: true,
};

/** As long as an upstream system may say anything. */
export const endless: ReturnDocument = {
  ...plain,
  language: 'es',
  rma: 'W'.repeat(20),
  rmaUrl: `https://posventa.example.org/${'tienda/'.repeat(20)}rma/${'W'.repeat(20)}`,
  orderNumber: '9'.repeat(120),
  channel: 'c'.repeat(60),
  sellerName: 'Tienda '.repeat(30),
  sender: {
    name: 'N'.repeat(200),
    line1: 'Calle '.repeat(40),
    line2: 'Piso '.repeat(40),
    postalCode: '28013',
    city: 'Madrid '.repeat(25),
    region: 'Comunidad de Madrid',
    country: 'ES',
  },
  returnAddress: {
    name: 'M'.repeat(200),
    line1: 'Avenida de la Constitución '.repeat(8),
    line2: 'x'.repeat(200),
    postalCode: '08001',
    city: 'Barcelona '.repeat(20),
    country: 'ES',
  },
  lines: [
    { title: 'W'.repeat(500), sku: 'S'.repeat(100), quantity: 100_000, reason: 'incompatible' },
    ...Array.from({ length: 120 }, (_, index) => ({
      title: `Artículo número ${index + 1}`,
      sku: `SKU-${index + 1}`,
      quantity: 1,
      reason: 'defective' as const,
    })),
  ],
};
