/** The five languages in which buyers and sellers are addressed. */
export const languages = ['fr', 'en', 'de', 'it', 'es'] as const;

export type Language = (typeof languages)[number];
