import { escapeHtml } from '../../platform/escape-html.ts';

/** A line of a mail may have 998 characters (RFC 5322); some room is left for a quote's mark. */
const longestTextLine = 900;
/** An escaped character takes up to six. */
const longestHtmlLine = 150;

/** Pieces of at most `limit` characters, cut after a blank where there is one. */
const pieces = (line: string, limit: number): readonly string[] => {
  if (line.length <= limit) return [line];
  const blank = line.lastIndexOf(' ', limit - 1);
  const cut = blank > 0 ? blank + 1 : wholeCharacters(line, limit);
  return [line.slice(0, cut), ...pieces(line.slice(cut), limit)];
};

/** Not between the halves of a surrogate pair. */
const wholeCharacters = (line: string, limit: number): number =>
  /[\uD800-\uDBFF]/.test(line.charAt(limit - 1)) ? limit - 1 : limit;

/** Breaks what is too long for a mail; what fits stays as it is. */
export const foldText = (text: string): string =>
  text
    .split('\n')
    .flatMap((line) => pieces(line, longestTextLine).map((piece) => piece.trimEnd()))
    .join('\n');

/** Escaped, with line breaks in the source only where none show: at a blank, or inside a tag. */
export const foldHtml = (text: string): string =>
  pieces(text, longestHtmlLine)
    .map((piece, index, all) => {
      const last = index === all.length - 1;
      if (last) return escapeHtml(piece);
      return piece.endsWith(' ') ? `${escapeHtml(piece.trimEnd())}\n` : `${escapeHtml(piece)}<wbr\n>`;
    })
    .join('');

/** The lines of what a stranger wrote: no control characters, a run of empty lines as one. */
export const linesOf = (text: string): readonly string[] =>
  text
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line, index, all) => line !== '' || all[index - 1] !== '');
