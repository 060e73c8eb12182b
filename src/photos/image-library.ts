type Sharp = typeof import('sharp').default;

/** What may read a stranger's bytes. The library could read SVG, PDF, TIFF and a dozen more by guessing. */
const readers = ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'];

let loaded: Promise<Sharp> | null = null;

const load = async (): Promise<Sharp> => {
  const { default: sharp } = await import('sharp');
  // One thread to a picture, and nothing kept between pictures: each is seen once.
  sharp.concurrency(1);
  sharp.cache(false);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: readers });
  return sharp;
};

/**
 * The image library, loaded with the first picture: it is native code of 19 MB in memory, which an installation
 * without claims never needs, and one on which it does not load should run all the same.
 */
export const imageLibrary = (): Promise<Sharp> => {
  loaded ??= load();
  return loaded;
};
