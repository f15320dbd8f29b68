const megabyte = 1024 * 1024;

/** How large a bundle and its parts may be; what is more was not made by this app. */
export const limits = {
  entries: 20_000,
  archive: 8 * 1024 * megabyte,
  manifest: 16 * megabyte,
  changes: 1024 * megabyte,
  file: 2 * 1024 * megabyte,
  total: 8 * 1024 * megabyte,
  /** A compressed part may be this many times larger unpacked; only parts above `ratioFrom` are judged. */
  ratio: 300,
  ratioFrom: 16 * megabyte,
  line: 24 * megabyte,
  depth: 16,
} as const;
