/** Often enough to watch what workers do, seldom enough to read what is written. */
export const renewalSeconds = 15;
