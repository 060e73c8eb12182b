/** What a row's rounds run on. */
export interface BenchContext {
  /** A folder of this row alone; removed afterwards. */
  readonly folder: string;
  /** Smaller sizes, only to see that everything runs: such figures mean nothing. */
  readonly quick: boolean;
  readonly rounds: number;
  /** Told now and then how far it is; to standard error. */
  readonly progress: (text: string) => void;
}

/** One figure of ours and what it was measured against, in the same round. */
export interface Round {
  readonly ours: number;
  readonly reference: number;
}

/** One line of the table. */
export interface BenchResult {
  /** What was measured, with its sizes. */
  readonly what: string;
  readonly reference: string;
  /** Of both figures: `requests/s`, `ms`, … */
  readonly unit: string;
  readonly rounds: readonly Round[];
  /** How ratio = median of ours / median of the reference is judged; absolute: how the median of ours is. */
  readonly goal:
    | { readonly kind: 'ratio'; readonly atLeast?: number; readonly atMost?: number }
    | { readonly kind: 'absolute'; readonly atMost: number }
    | { readonly kind: 'none' };
  /** What a reader must know to believe it. */
  readonly notes?: readonly string[];
}

export interface BenchRow {
  /** Chosen by `--only`. */
  readonly name: string;
  readonly needsRedis: boolean;
  run(context: BenchContext): Promise<readonly BenchResult[]>;
}
