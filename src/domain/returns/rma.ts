/** Without 0 O 1 I L, which are mistaken for each other: 31^10 codes, about 2^49. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const rmaLength = 10;

/** Largest multiple of the alphabet in a byte: bytes above it would favour the first letters. */
const fair = 256 - (256 % alphabet.length);

/** Random bytes that `generateRma` is sure to find enough fair ones in. */
export const rmaRandomBytes = 64;

/** Ten characters out of random bytes. Throws when they are too few, or too unlucky to be random. */
export const generateRma = (random: Uint8Array): string => {
  const letters = [...random].filter((byte) => byte < fair).map((byte) => alphabet[byte % alphabet.length]);
  if (letters.length < rmaLength) throw new Error('Too few random bytes for an RMA');
  return letters.slice(0, rmaLength).join('');
};

/** Two numbers that differ only in case are the same number. */
export const rmaKey = (rma: string): string => rma.toUpperCase();
