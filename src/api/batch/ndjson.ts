import { isUtf8 } from 'node:buffer';
import { jsonFault } from '../http/read-json.ts';
import {
  type BatchEntry,
  badEntry,
  type EntryReader,
  lineLimitBytes,
  lineTooLong,
  notUtf8,
} from './entry.ts';
import { createLineSplitter, type Line } from './lines.ts';

const toEntry = ({ number, bytes }: Line): BatchEntry[] => {
  if (bytes === null) return [lineTooLong(number)];
  if (!isUtf8(bytes)) return [notUtf8(number)];
  const text = bytes.toString('utf8');
  if (text.trim() === '') return [];
  try {
    return [
      { lines: [number], bytes: bytes.length, content: { ok: true, value: JSON.parse(text) as unknown } },
    ];
  } catch (error) {
    return [badEntry([number], { code: 'malformed_json', detail: jsonFault(error, bytes) })];
  }
};

/** One JSON value per line; blank lines are passed over. */
export const createNdjsonReader = (): EntryReader => {
  const splitter = createLineSplitter(lineLimitBytes);
  return {
    push: (chunk) => splitter.push(chunk).flatMap(toEntry),
    end: () => splitter.end().flatMap(toEntry),
  };
};
