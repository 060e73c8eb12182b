import { acceptedWorkIsDone, acceptedWorkIsFound, workEndsOnce } from './accepted-work.ts';
import { authorisationsOnce } from './authorisations.ts';
import { booksAgree } from './books.ts';
import { carriersMatch, nothingIsLeft } from './carriers.ts';
import { claimsOnce } from './claims.ts';
import { alertsOnce, deadlinesTold } from './deadlines.ts';
import type { Invariant } from './invariant.ts';
import { mailsArrive } from './mails.ts';
import { ordersOnce, scansOnce } from './orders-once.ts';
import { connectionsAfterStop, connectionsAtRest, processesBehave, requestsAnswered } from './processes.ts';
import { nothingHalf, wholeOrNothing } from './whole-or-nothing.ts';

/** What holds while everything is up and nothing is left to do. */
export const atRest: readonly Invariant[] = [
  acceptedWorkIsDone,
  acceptedWorkIsFound,
  workEndsOnce,
  nothingIsLeft,
  wholeOrNothing,
  nothingHalf,
  ordersOnce,
  scansOnce,
  booksAgree,
  authorisationsOnce,
  mailsArrive,
  deadlinesTold,
  alertsOnce,
  claimsOnce,
  carriersMatch,
  connectionsAtRest,
  requestsAnswered,
];

/** What holds when all processes have been asked to end. */
export const afterStop: readonly Invariant[] = [processesBehave, connectionsAfterStop];
