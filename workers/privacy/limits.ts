/** So much of a buyer's in one transaction: small, so that none holds many locks for long. */
export const mostOrdersAtOnce = 25;
export const mostThreadsAtOnce = 25;
export const mostRowsAtOnce = 1_000;
