import { SingleBar } from 'cli-progress';
import type { ImportView } from './import-file.ts';
import { createPace, type Pace, showDuration } from './pace.ts';
import { errorCount, noTally, type Tally } from './tally.ts';

/** Where there is no terminal a line now and then has to do. */
const lineEveryMs = { running: 5_000, waiting: 30_000 };
/** A person reads no faster, and describing each of ten thousand lines a second would cost half a core. */
const drawEveryMs = 100;

const number = (value: number): string => Math.round(value).toLocaleString('en');

interface State {
  readonly size: number;
  readonly offset: number;
  readonly line: number;
  readonly tally: Tally;
  readonly pace: Pace;
  readonly waiting: string | null;
}

/** In words: what stands beside the bar, and what is printed instead of it. */
export const describe = ({ size, offset, line, tally, pace, waiting }: State): string => {
  const left = pace.secondsFor(size - offset);
  const parts = [
    `line ${number(line - 1)}`,
    `${number(tally.accepted)} accepted`,
    ...(tally.replayed > 0 ? [`${number(tally.replayed)} of them before`] : []),
    `${number(errorCount(tally))} errors`,
  ];
  if (waiting !== null) return [...parts, waiting].join(' · ');
  return [...parts, `${number(pace.linesPerSecond)}/s`, left === null ? '' : `${showDuration(left)} left`]
    .filter((part) => part !== '')
    .join(' · ');
};

type Draw = Pick<ImportView, 'say' | 'end'> & {
  readonly begin: (state: State) => void;
  readonly draw: (state: State) => void;
};

const onTerminal = (): Draw => {
  const bar = new SingleBar({
    format: '  {bar} {percentage}%  {text}',
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    fps: 8,
    etaBuffer: 2,
    gracefulExit: false,
    clearOnComplete: false,
  });
  return {
    say: (message) => console.error(`  ${message}`),
    begin: (state) => bar.start(state.size, state.offset, { text: describe(state) }),
    draw: (state) => bar.update(state.offset, { text: describe(state) }),
    end: () => bar.stop(),
  };
};

const onPlainOutput = (): Draw => {
  let printedAt = Date.now();
  let waiting = false;
  return {
    say: (message) => console.error(message),
    begin: () => {},
    draw: (state) => {
      const startsToWait = state.waiting !== null && !waiting;
      waiting = state.waiting !== null;
      const everyMs = lineEveryMs[waiting ? 'waiting' : 'running'];
      if (!startsToWait && Date.now() - printedAt < everyMs) return;
      printedAt = Date.now();
      console.error(`${Math.floor((100 * state.offset) / Math.max(state.size, 1))}% · ${describe(state)}`);
    },
    end: () => {},
  };
};

/** A bar on a terminal, plain lines elsewhere; on standard error, so that the summary can be piped. */
export const showProgress = (terminal: boolean): ImportView => {
  const out = terminal ? onTerminal() : onPlainOutput();
  let state: State | null = null;
  let drawnAt = 0;
  const draw = (now: State): void => {
    drawnAt = Date.now();
    out.draw(now);
  };
  return {
    begin: ({ offset, size, line }) => {
      const pace = createPace({ atMs: Date.now(), bytes: offset, lines: line });
      state = { size, offset, line, tally: noTally, pace, waiting: null };
      out.begin(state);
    },
    advance: ({ offset, line, tally }) => {
      if (state === null) return;
      state.pace.add({ atMs: Date.now(), bytes: offset, lines: line });
      state = { ...state, offset, line, tally, waiting: null };
      if (Date.now() - drawnAt >= drawEveryMs) draw(state);
    },
    wait: (reason, delayMs) => {
      if (state === null) return;
      state = {
        ...state,
        waiting: `waits for the server (${reason}), again in ${showDuration(delayMs / 1_000)}`,
      };
      draw(state);
    },
    say: out.say,
    end: () => {
      if (state !== null) draw(state);
      out.end();
    },
  };
};
