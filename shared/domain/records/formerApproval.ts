import { isDeepStrictEqual } from '../foundation/isDeepStrictEqual.ts';
