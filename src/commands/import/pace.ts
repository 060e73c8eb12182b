interface Sample {
  readonly atMs: number;
  readonly bytes: number;
  readonly lines: number;
}

/** Old speed says little about the speed to come. */
const windowMs = 15_000;
const betweenMs = 250;

/** Speed of the last quarter of a minute. */
export interface Pace {
  add(sample: Sample): void;
  readonly linesPerSecond: number;
  /** Null: too early to say. */
  secondsFor(bytes: number): number | null;
}

export const createPace = (first: Sample): Pace => {
  let samples: Sample[] = [first];
  let last = first;
  const rate = (of: 'bytes' | 'lines'): number => {
    const [oldest = last] = samples;
    const seconds = (last.atMs - oldest.atMs) / 1_000;
    return seconds > 0 ? (last[of] - oldest[of]) / seconds : 0;
  };
  return {
    add: (sample) => {
      last = sample;
      if (sample.atMs - (samples.at(-1)?.atMs ?? 0) < betweenMs) return;
      samples = [...samples.filter(({ atMs }) => sample.atMs - atMs <= windowMs), sample];
    },
    get linesPerSecond() {
      return rate('lines');
    },
    secondsFor: (bytes) => {
      const perSecond = rate('bytes');
      return perSecond > 0 ? bytes / perSecond : null;
    },
  };
};

/** 8 s, 2 min 5 s, 1 h 3 min. */
export const showDuration = (seconds: number): string => {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3_600)} h ${Math.floor((whole % 3_600) / 60)} min`;
};
