import type { ServerResponse } from 'node:http';

/** Entries at work at once: a few group commits' worth. */
const mostEntries = 1_000;
/** What they may hold in memory. */
const mostBytes = 16 * 1024 * 1024;
/**
 * Answers that wait for a client which does not read. Some clients send everything before they read
 * anything: up to about a hundred thousand lines that works, beyond it they must read while they send.
 */
const mostUnread = 8 * 1024 * 1024;
/** Answers that are ready together are written together. */
const writeBytes = 64 * 1024;

interface Slot {
  readonly bytes: number;
  text: string | null;
}

export interface OrderedOutput {
  /** Takes the next place; its text is written when it and all before it are there. */
  add(bytes: number, text: Promise<string>): void;
  /** Resolves when there is room for another entry, or the client has gone. */
  room(): Promise<void>;
  /** Resolves when everything is written, or the client has gone. */
  drained(): Promise<void>;
  readonly gone: boolean;
}

/** Writes results in the order of their lines, whatever the order in which they come. */
export const createOrderedOutput = (response: ServerResponse): OrderedOutput => {
  const slots: Slot[] = [];
  let head = 0;
  let bytes = 0;
  let gone = response.destroyed;
  let waiters: (() => void)[] = [];

  const count = (): number => slots.length - head;

  const wake = (): void => {
    const woken = waiters;
    waiters = [];
    for (const resolve of woken) resolve();
  };

  const until = async (condition: () => boolean): Promise<void> => {
    while (!gone && !condition()) await new Promise<void>((resolve) => waiters.push(resolve));
  };

  const write = (): void => {
    let text = '';
    for (let slot = slots[head]; slot?.text != null; slot = slots[head]) {
      text += slot.text;
      bytes -= slot.bytes;
      head += 1;
      if (text.length < writeBytes) continue;
      if (!gone) response.write(text);
      text = '';
    }
    if (text !== '' && !gone) response.write(text);
    if (head >= mostEntries) {
      slots.splice(0, head);
      head = 0;
    }
    wake();
  };

  response.on('drain', wake);
  response.once('close', () => {
    gone = true;
    wake();
  });

  return {
    add: (size, text) => {
      const slot: Slot = { bytes: size, text: null };
      slots.push(slot);
      bytes += size;
      void text.then((settled) => {
        slot.text = settled;
        if (slots[head] === slot) write();
      });
    },
    room: () =>
      until(() => count() < mostEntries && bytes < mostBytes && response.writableLength < mostUnread),
    drained: () => until(() => count() === 0),
    get gone() {
      return gone;
    },
  };
};
