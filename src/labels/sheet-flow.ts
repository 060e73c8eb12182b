import { flowMm, type Sheet, type SheetItem } from './sheet.ts';

/** What stands on a page as a whole, over the full width. */
export interface Block {
  readonly heightMm: number;
  readonly itemsAt: (yMm: number) => readonly SheetItem[];
  /** What comes next stands on the same page: without it this would be lost at the foot. */
  readonly keepsNext?: boolean;
  /** It starts a page of its own. */
  readonly startsPage?: boolean;
  /** What stands above it once more where it comes first on a page: the head of its table. */
  readonly under?: Block;
}

/** White between two blocks. */
export const gap = (heightMm: number): Block => ({ heightMm, itemsAt: () => [] });

/** The last of them stands on the page of what comes next. */
export const keepingNext = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block, index) => (index === blocks.length - 1 ? { ...block, keepsNext: true } : block));

/** Height of a block and of all that it keeps. */
const togetherMm = (blocks: readonly Block[], from: number): number => {
  let heightMm = 0;
  for (let index = from; index < blocks.length; index++) {
    heightMm += blocks[index]?.heightMm ?? 0;
    if (!blocks[index]?.keepsNext) break;
  }
  return heightMm;
};

/**
 * Blocks from the top of a page down, over as many pages as they take. None is parted: one that is higher than a
 * page would leave it at its foot.
 */
export const flow = (blocks: readonly Block[]): readonly Sheet[] => {
  const pages: SheetItem[][] = [[]];
  let atMm: number = flowMm.top;
  const place = ({ heightMm, itemsAt }: Block) => {
    pages.at(-1)?.push(...itemsAt(atMm));
    atMm += heightMm;
  };
  for (const [index, block] of blocks.entries()) {
    const fits = atMm + togetherMm(blocks, index) <= flowMm.bottom + 1e-9;
    if (atMm > flowMm.top && (block.startsPage || !fits)) {
      pages.push([]);
      atMm = flowMm.top;
      if (block.under !== undefined) place(block.under);
    }
    place(block);
  }
  return pages;
};
