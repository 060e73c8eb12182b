/**
 * A table of postal ranges: `A 01-05 07; B 06` gives A or B by the first digits. Bounds are as long
 * as they are written: `98-99` covers every code that begins with 98 or 99. A later, more specific
 * range wins; `-` as a name means that the range decides nothing.
 */
export type PostalRanges = (digits: string) => string | null;

interface Range {
  readonly first: string;
  readonly last: string;
  readonly name: string;
}

export const postalRanges = (spec: string): PostalRanges => {
  const ranges: Range[] = [];
  for (const group of spec.split(';')) {
    const [name = '', ...bounds] = group.trim().split(/\s+/);
    for (const bound of bounds) {
      const [first = '', last = first] = bound.split('-');
      ranges.push({ first, last, name });
    }
  }
  // The longest bounds are the exceptions: look at them first, and at what is in doubt before all.
  const doubt = (range: Range) => (range.name === '-' ? 0 : 1);
  ranges.sort((a, b) => b.first.length - a.first.length || doubt(a) - doubt(b));
  return (digits) => {
    for (const { first, last, name } of ranges) {
      if (digits.length < first.length) continue;
      const head = digits.slice(0, first.length);
      if (head >= first && head <= last) return name === '-' ? null : name;
    }
    return null;
  };
};
