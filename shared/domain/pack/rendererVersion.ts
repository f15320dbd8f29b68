/**
 * The version of what makes pages from a snapshot. It is kept apart from the app's, so that older packs stay verifiable
 * by a newer app: raise it when the same snapshot gives other pages, and only then. A test compares a frozen snapshot's
 * pages with the hash that stands there for this version.
 */
export const rendererVersion = '5';
