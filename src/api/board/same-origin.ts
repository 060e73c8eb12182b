import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request that changes something may come from where it says it comes from. A browser sends the
 * login along whatever page makes it send the request, so a page of somebody else could press buttons here.
 * Browsers say where a request comes from: in Sec-Fetch-Site over HTTPS and on localhost, else in Origin.
 * What says neither is no browser.
 */
export const comesFromOurPages = (headers: IncomingHttpHeaders): boolean => {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin, host } = headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
};
