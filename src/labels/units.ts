const mmPerInch = 25.4;
export const pointsPerMm = 72 / mmPerInch;

/** Printers of 203 and 300 dpi have dots to the millimetre that are not whole. */
export const dotsPerMm = (dpi: number): number => dpi / mmPerInch;
