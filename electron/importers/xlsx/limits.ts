/** Bounds that no honest workbook meets; hostile ones are refused before they cost memory or hours. */
export const LARGEST_WORKBOOK = 256 * 1024 ** 2;
export const MOST_ENTRIES = 10_000;
export const LARGEST_ENTRY = 1024 ** 3;
/** Small tables of blanks compress very well, so the ratio counts from this size on. */
export const RATIO_FROM = 16 * 1024 ** 2;
export const HIGHEST_RATIO = 250;
export const MOST_SHARED_TEXT = 256 * 1024 ** 2;
export const DEEPEST = 64;
/** Text between two tags: the parser holds it as a whole. */
export const LONGEST_XML_TEXT = 4 * 1024 ** 2;
