import type { Raster } from './raster.ts';

/** Below half covered a dot stays white: a printer has no grey. */
const darkest = 128;

/** Eight dots to a byte, black is 1, rows beginning with a byte. */
interface Bits {
  readonly rowBytes: number;
  readonly rows: readonly Buffer[];
}

const bitsOf = ({ width, height, grey }: Raster): Bits => {
  const rowBytes = Math.ceil(width / 8);
  const bits = Buffer.alloc(rowBytes * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if ((grey[row * width + column] ?? 255) >= darkest) continue;
      const at = row * rowBytes + (column >> 3);
      bits[at] = (bits[at] ?? 0) | (0x80 >> (column & 7));
    }
  }
  const rows = Array.from({ length: height }, (_, row) =>
    bits.subarray(row * rowBytes, (row + 1) * rowBytes),
  );
  return { rowBytes, rows };
};

/** ZPL counts repeats as G-Y for 1 to 19 and g-z for 20, 40, to 400. */
const repeated = (digit: string, count: number): string => {
  if (count === 1) return digit;
  const twenties = Math.floor((count % 400) / 20);
  const ones = count % 20;
  return (
    'z'.repeat(Math.floor(count / 400)) +
    (twenties > 0 ? String.fromCharCode('f'.charCodeAt(0) + twenties) : '') +
    (ones > 0 ? String.fromCharCode('F'.charCodeAt(0) + ones) : '') +
    digit
  );
};

/**
 * The alternative data compression of ^GF: every printer that speaks ZPL II reads it. Without its "!" for
 * black to the end of a row, which some take for the digit 1.
 */
const compressRow = (hex: string, before: string | undefined): string => {
  if (hex === before) return ':';
  const digits = hex.replace(/0+$/, '');
  const written = digits.replace(/(.)\1*/g, (run) => repeated(run.charAt(0), run.length));
  return digits === hex ? written : `${written},`;
};

interface Strip {
  readonly top: number;
  readonly rows: readonly Buffer[];
}

/** White rows in between that are cheaper to send than another graphic. */
const gapRows = 8;

/** What is black, without the white rows between. */
const stripsOf = ({ rowBytes, rows }: Bits): readonly Strip[] => {
  const white = Buffer.alloc(rowBytes);
  const strips: { top: number; end: number }[] = [];
  for (const [row, bits] of rows.entries()) {
    if (bits.equals(white)) continue;
    const last = strips.at(-1);
    if (last !== undefined && row - last.end < gapRows) last.end = row + 1;
    else strips.push({ top: row, end: row + 1 });
  }
  return strips.map(({ top, end }) => ({ top, rows: rows.slice(top, end) }));
};

const isBlack = (byte: number): boolean => byte !== 0;

const graphicOf = ({ top, rows }: Strip): string => {
  const black = rows.filter((bits) => bits.some(isBlack));
  const left = Math.min(...black.map((bits) => bits.findIndex(isBlack)));
  const right = Math.max(...black.map((bits) => bits.findLastIndex(isBlack)));
  const hex = rows.map((bits) => bits.toString('hex', left, right + 1).toUpperCase());
  const data = hex.map((row, index) => compressRow(row, hex[index - 1])).join('');
  const bytes = right + 1 - left;
  const total = bytes * rows.length;
  return `^FO${left * 8},${top}^GFA,${total},${total},${bytes},${data}^FS`;
};

/**
 * What is black, as ZPL graphics: one for each strip between white rows. Printers have fonts of their own,
 * but for Greek and Cyrillic only those for whom somebody bought them.
 */
export const zplGraphics = (raster: Raster): readonly string[] => stripsOf(bitsOf(raster)).map(graphicOf);
