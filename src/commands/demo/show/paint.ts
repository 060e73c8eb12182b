export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  accent(text: string): string;
}

const sgr = (code: number) => (text: string) => `\x1b[${code}m${text}\x1b[0m`;
const plain = (text: string): string => text;

/** Colours where they are wanted, else the text as it is. */
export const createPaint = (colours: boolean): Paint =>
  colours
    ? { bold: sgr(1), dim: sgr(2), good: sgr(32), bad: sgr(31), accent: sgr(36) }
    : { bold: plain, dim: plain, good: plain, bad: plain, accent: plain };

export const width = 96;

/** Breaks a text at spaces; what follows the first line hangs under its first character. */
export const wrap = (text: string, indent: number): string[] => {
  const lead = ' '.repeat(indent + (/^ */.exec(text)?.[0].length ?? 0));
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  let empty = true;
  // Runs of spaces are columns: they stay with the word before them.
  for (const word of text.match(/\s*\S+/g) ?? []) {
    if (!empty && line.length + word.length > width) {
      lines.push(line);
      line = lead + word.trimStart();
    } else line += word;
    empty = false;
  }
  return [...lines, line];
};
