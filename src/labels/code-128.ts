/**
 * Code 128 (ISO/IEC 15417) in set B, which has all that an RMA is made of. Not set C, which would halve
 * runs of digits: the width then depends on the letters, and printers of ZPL choose sets in ways of their own.
 */

/** Bars and spaces in turn, in modules, of the symbols 0 to 102. */
const patterns = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 ' +
  '113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 ' +
  '212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 ' +
  '113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 ' +
  '314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 ' +
  '241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 ' +
  '214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131'
).split(' ');
const startB = { value: 104, pattern: '211214' };
const stop = '2331112';

/** Modules of white that a reader needs at either end. */
export const quietModules = 10;

/** Width of the bars of a content of so many characters: start, check and stop come on top. */
export const modulesOf = (characters: number): number => 11 * (characters + 2) + 13;

/** Bars and spaces in turn, in modules, beginning with a bar. Throws RangeError on what is not in set B. */
export const code128 = (content: string): readonly number[] => {
  const values = [...content].map((letter) => (letter.codePointAt(0) ?? 0) - 32);
  if (values.length === 0 || values.some((value) => value < 0 || value > 94)) {
    throw new RangeError('Code 128 set B holds printable ASCII');
  }
  const check = values.reduce((sum, value, index) => sum + value * (index + 1), startB.value) % 103;
  const symbols = [startB.pattern, ...[...values, check].map((value) => patterns[value] ?? ''), stop];
  return [...symbols.join('')].map(Number);
};
