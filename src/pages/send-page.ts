import type { Response } from 'express';
import { contentSecurityPolicy, type Page, type PagePolicy, renderPage } from './layout.ts';

/** Headers of everything behind a private link: kept by nobody, found by nobody, told to nobody. */
export const setPrivateHeaders = (res: Response): void => {
  res.set({
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex, nofollow',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
  });
};

/** Answers with a page. */
export const sendPage = (res: Response, status: number, page: Page, policy?: PagePolicy): void => {
  setPrivateHeaders(res);
  res.set({ 'Content-Security-Policy': contentSecurityPolicy(policy), 'Content-Language': page.language });
  res.status(status).type('html').send(renderPage(page));
};
