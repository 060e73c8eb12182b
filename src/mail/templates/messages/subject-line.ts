import { shortened, tidy } from '../returns/return-items.ts';

/** In characters. A buyer's subject may have 500; mail programs show fewer than half of these. */
const longestSubject = 150;

/** What the five languages' mail programs put before the subject of an answer, as often as it went to and fro. */
const answerMarks = /^(?:(?:re|rép|aw|antw|r|rif)(?:\s?\[\d+\])?\s?:\s*)+/iu;

/** One line, of a length that a header bears. */
export const subjectLine = (text: string): string => shortened(text, longestSubject);

/** "Re: " before what was asked, once; `otherwise` where that was nothing. */
export const answerSubject = (asked: string | null, otherwise: string): string => {
  const bare = tidy(asked ?? '').replace(answerMarks, '');
  return bare === '' ? otherwise : `Re: ${bare}`;
};
