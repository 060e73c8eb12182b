import type { UITheme } from '@bull-board/api/typings/app';
import { cancelledTab, rejectedTab } from './ledger-queue.ts';

/** A shuttle going out and coming back. */
export const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke-linecap="round" stroke-linejoin="round">
<rect width="32" height="32" rx="7" fill="#0f766e"/>
<path d="M7 12h15m-4-4 4 4-4 4" stroke="#fff" stroke-width="2.4"/>
<path d="M25 21H10m4-4-4 4 4 4" stroke="#99f6e4" stroke-width="2.4"/>
</svg>`;

const fonts = { 'font-sans': 'system-ui, sans-serif', 'font-mono': 'ui-monospace, monospace' };

/** Rejected is an answer, not an accident: neither green nor red. */
export const boardTheme: UITheme = {
  light: { ...fonts, [`status-${rejectedTab}`]: '#a21caf', [`status-${cancelledTab}`]: '#6b7280' },
  dark: { ...fonts, [`status-${rejectedTab}`]: '#e879f9', [`status-${cancelledTab}`]: '#9ca3af' },
};

/**
 * Hides the buttons of what is not offered (board-actions.ts refuses it besides). Bull Board has no settings
 * for that, so they are known by their icons, which are the same in every language.
 */
export const boardStyle = `
/* add, concurrency, empty, obliterate */
[role='menuitem']:has(.lucide-plus, .lucide-chart-no-axes-gantt, .lucide-trash-2, .lucide-ban),
/* reschedule, duplicate, edit */
[class^='jobActions'] li:has(.lucide-clock, .lucide-files, .lucide-pencil),
/* promote all, clean all */
[class^='queueActions'] li:has(.lucide-corner-up-left, .lucide-trash-2),
/* cancel, of what has ended */
section:not(:has(
  a[aria-current][href$='status=waiting'], a[aria-current][href*='status=waiting&'],
  a[aria-current][href*='status=delayed'],
  [style*='--status-waiting)'], [style*='--status-delayed)']
)) [class^='jobActions'] li:has(.lucide-trash-2),
/* a tab that the overview has for every board */
[class^='statusTabs'] li:has(a[href$='status=prioritized']) {
  display: none;
}
/* eight tabs in one line, the rare ones last */
ul[class^='statusTabs'] li a { padding-inline: 0.5rem; font-size: 0.85rem; }
[class^='statusTabs'] li:has(a[href$='status=${rejectedTab}']) { order: 1; }
[class^='statusTabs'] li:has(a[href$='status=${cancelledTab}']) { order: 2; }
`;
