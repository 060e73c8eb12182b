export const photoTypes = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const;
export type PhotoKind = keyof typeof photoTypes;
export type PhotoType = (typeof photoTypes)[PhotoKind];

const startsWith = (bytes: Uint8Array, start: readonly number[], at = 0): boolean =>
  start.every((byte, index) => bytes[at + index] === byte);

const ascii = (text: string): readonly number[] => [...Buffer.from(text, 'latin1')];

/** What the first bytes of a file say that it is; null: none of the kinds that are taken. */
export const photoKind = (bytes: Uint8Array): PhotoKind | null => {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8)) return 'webp';
  return null;
};
