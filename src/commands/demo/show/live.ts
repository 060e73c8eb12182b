import type { SceneReport, Watcher } from '../stage/play.ts';
import { type Paint, width } from './paint.ts';

/** Where the demo writes: a terminal is updated in place, anything else gets one line per event. */
export interface Screen {
  readonly write: (text: string) => void;
  /** From now on nothing is written: what plays on while it stops is of no interest. */
  readonly mute: () => void;
  readonly isTerminal: boolean;
  readonly columns: number;
  readonly paint: Paint;
}

export interface Live extends Watcher {
  /** Something that takes a while before the first scene: shown until `ready`. */
  starting(what: string): void;
  ready(line: string): void;
  /** Leaves the terminal as it was; safe at any time. */
  close(): void;
}

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const frameMs = 80;

const bar = (share: number, cells: number): string => {
  const full = Math.round(Math.min(1, Math.max(0, share)) * cells);
  return '█'.repeat(full) + '░'.repeat(cells - full);
};

const seconds = (value: number): string => `${value.toFixed(1)} s`;

export const markOf = ({ differences }: SceneReport, paint: Paint): string =>
  differences.length === 0 ? paint.good('✓') : paint.bad('✗');

/** The line that stays when a scene is over. */
const endLine = (report: SceneReport, paint: Paint): string => {
  const { title, checks, differences, seconds: took } = report;
  const verdict =
    differences.length === 0 ? `${checks} checks` : `${differences.length} of ${checks} checks differ`;
  const tail = `${verdict.padStart(22)}  ${seconds(took).padStart(6)}`;
  return `  ${markOf(report, paint)} ${title.padEnd(width - 36)}${paint.dim(tail)}`;
};

const createPlain = ({ write, paint }: Screen): Live => ({
  starting: (what) => write(`  … ${what}\n`),
  ready: (line) => write(`  ${line}\n\n`),
  begin: () => {},
  progress: () => {},
  end: (report) => write(`${endLine(report, paint)}\n`),
  close: () => {},
});

const createTerminal = ({ write, columns, paint }: Screen): Live => {
  let text = '';
  let note = '';
  let share: number | null = null;
  let startedAt = 0;
  let frame = 0;

  const draw = (): void => {
    frame = (frame + 1) % frames.length;
    const took = seconds((performance.now() - startedAt) / 1_000);
    const tail = share === null ? took : `${bar(share, 24)} ${note}`;
    // Cut before colours come in: an escape sequence must stay whole, and a broken line would leave traces.
    const line = `${text}  ${tail}`.slice(0, Math.max(10, columns - 6));
    const tailAt = Math.min(line.length, text.length);
    write(
      `\r\x1b[2K  ${paint.accent(frames[frame] ?? '')} ${line.slice(0, tailAt)}${paint.dim(line.slice(tailAt))}`,
    );
  };
  let timer: NodeJS.Timeout | null = null;
  const show = (what: string): void => {
    text = what;
    note = '';
    share = null;
    startedAt = performance.now();
    timer ??= setInterval(draw, frameMs);
    draw();
  };
  const settle = (line: string): void => write(`\r\x1b[2K${line}\n`);
  const close = (): void => {
    if (timer === null) return;
    clearInterval(timer);
    timer = null;
    write('\r\x1b[2K');
  };
  return {
    starting: show,
    ready: (line) => settle(`  ${line}\n`),
    begin: (title, { number, of }) => show(`${title}  ${number}/${of}`),
    progress: (newShare, newNote) => {
      share = newShare;
      note = newNote;
    },
    end: (report) => settle(endLine(report, paint)),
    close,
  };
};

export const createLive = (screen: Screen): Live =>
  screen.isTerminal ? createTerminal(screen) : createPlain(screen);
