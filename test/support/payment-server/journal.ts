import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** Lines of a file that survive the process, written before anybody is answered; without a file nothing is kept. */
export interface Journal<Entry> {
  write(entry: Entry): void;
}

/** Reads what an earlier process wrote, entry by entry, and goes on behind it. */
export const openJournal = <Entry>(file: string | null, replay: (entry: Entry) => void): Journal<Entry> => {
  if (file === null) return { write: () => {} };
  if (existsSync(file)) {
    // What follows the last line end was cut off by a kill.
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    for (const line of lines) replay(JSON.parse(line) as Entry);
  }
  return { write: (entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`) };
};
