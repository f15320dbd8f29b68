const megabyte = 1024 * 1024;

/** How large a bundle and its parts may be; what is more was not made by this app, and this app makes none. */
export const limits = {
  parts: 20_000,
  archive: 8 * 1024 * megabyte,
  manifest: 16 * megabyte,
  /** Each of the two texts, and what stands in them: whoever merges them holds all of it in memory at once. */
  text: 128 * megabyte,
  records: 100_000,
  entries: 200_000,
  values: 10_000_000,
  file: 2 * 1024 * megabyte,
  total: 8 * 1024 * megabyte,
  /** A compressed text may be this many times larger unpacked; only parts above `ratioFrom` are judged. */
  ratio: 300,
  /** Files go along as they are. */
  fileRatio: 2,
  ratioFrom: 16 * megabyte,
  line: 24 * megabyte,
  depth: 16,
  /** Sentences for lines that cannot be taken. */
  refusals: 20,
} as const;
