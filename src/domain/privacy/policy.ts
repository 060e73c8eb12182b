/** Months after its end for which an order keeps its personal data, unless the seller says otherwise (DOMAIN 6). */
export const defaultAnonymiseAfterMonths = 24;

/** Days after which what nobody has touched counts as over since then: some things never get their last word. */
export const abandonedAfterDays = 180;
