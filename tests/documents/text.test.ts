import { describe, expect, it } from 'vitest';
import { checkWords } from '../../electron/documents/check/checkWords.ts';
import { placeAt, textPlaces } from '../../electron/documents/check/textPlaces.ts';
import { countWords, emptyCount, type WordCount } from '../../electron/documents/check/words.ts';
import { planEvidence, safe } from '../../electron/documents/evidencePlan.ts';
import { breakWideWords, clampSpans } from '../../electron/documents/fonts/clamp.ts';
import { loadFaces } from '../../electron/documents/fonts/faces.ts';
import { paragraphsOf, printable } from '../../electron/documents/fonts/printable.ts';
import { type FactsInput, factsWith } from '../fixtures/facts.ts';
import { packSnapshotOf } from './fixtures.ts';
import { markedFacts } from './markedFacts.ts';

const faces = loadFaces();
const print = (text: string) => printable(text, faces, { missing: new Map() });
const counted = (text: string): WordCount => {
  const count = emptyCount();
  countWords(text, count);
  return count;
};

describe('text made printable', () => {
  it.each([
    ['Plain text, as typed.', 'Plain text, as typed.'],
    ['tab\there', 'tab    here'],
    ['zero\u200bwidth\u200d', 'zerowidth'],
    ['bell\u0007', 'bell[U+0007]'],
    ['✅ done ❌ not', '✓ done ✕ not'],
    ['◐ ✕ ▲ ◆ ○ ✓', '◐ ✕ ▲ ◆ ○ ✓'],
    ['e\u0301', 'é'],
  ])('%j stands as %j', (typed, printed) => {
    expect(print(typed)).toBe(printed);
  });

  it('gives long tokens places to break and keeps hashes whole', () => {
    expect(print('a'.repeat(64))).toBe('a'.repeat(64));
    expect(
      print('a'.repeat(100))
        .split('\u200b')
        .map((piece) => piece.length),
    ).toEqual([30, 30, 30, 10]);
  });

  it('splits long paragraphs at a space and loses nothing', () => {
    const text = 'word '.repeat(2000).trim();
    const parts = paragraphsOf(text);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(1500);
    expect(parts.join(' ')).toBe(text);
  });

  it('breaks a word that is wider than its column', () => {
    expect(breakWideWords('W'.repeat(20), 50, 8, faces.regular)).toContain('\u200b');
    expect(breakWideWords('short words only', 50, 8, faces.regular)).not.toContain('\u200b');
  });
});

describe('text cut to a number of lines', () => {
  it('ends in an ellipsis and keeps the link behind it', () => {
    const cut = clampSpans([{ text: 'many words '.repeat(50) }, { text: 'page', pageOf: 'x' }], 1, 200, 8, faces);
    expect(cut[0]?.text).toMatch(/…$/);
    expect(cut[1]).toEqual({ text: 'page', pageOf: 'x' });
  });

  it('leaves alone what fits', () => {
    expect(clampSpans([{ text: 'few words' }], 1, 200, 8, faces)).toEqual([{ text: 'few words' }]);
  });
});

describe('words in against words out', () => {
  const sections = [
    { title: 'Scope', ...counted('one two three') },
    { title: 'Testing', ...counted('alpha beta gamma delta') },
  ];
  const nowhere = () => [];

  it('is content where every word came out, in any order', () => {
    expect(checkWords(sections, counted('delta gamma beta alpha three two one and more'), nowhere).ok).toBe(true);
  });

  it('names the section whose words are missing', () => {
    const checked = checkWords(sections, counted('one two three alpha'), nowhere);
    expect(checked).toMatchObject({ ok: false, error: { kind: 'renderFailed', where: 'Testing' } });
    expect(checked.ok === false && checked.error.message).toContain('“beta”');
  });

  it('counts a word as lost that came out less often than it went in', () => {
    expect(checkWords([{ title: 'Scope', ...counted('met met met') }], counted('met met or so'), nowhere).ok).toBe(
      false,
    );
  });

  it.each([
    [
      'a record of a list',
      { criteria: [{ reference: 'AC-01', text: 'x', rationale: 'As in naïïve.' }] },
      'Criterion AC-01',
      'Rationale',
    ],
    ['the release itself', { release: { userImpact: 'As in naïïve.' } }, 'The release', 'What Users will notice'],
  ] as const)(
    'names record, field and characters of what was lost from %s, and what to do',
    (_, input, record, field) => {
      const lost = [{ title: 'Scope', ...counted('As in naïïve.') }];
      const checked = checkWords(lost, counted('As in nai ive.'), () => textPlaces(factsWith(input as FactsInput)));
      expect(checked).toMatchObject({ ok: false, error: { where: record } });
      expect(checked.ok === false && checked.error.message).toContain(
        `${record}, ${field}: write “naïïve.”, with ï (U+00EF), otherwise and export again.`,
      );
    },
  );

  it('names the place that a path of the facts leads to', () => {
    const facts = factsWith({ criteria: [{ reference: 'AC-01', text: 'x' }] });
    expect(placeAt(facts, ['criteria', 0, 'rationale'])).toEqual({ record: 'Criterion AC-01', field: 'Rationale' });
    expect(placeAt(facts, ['criteria', 0, 'needs', 'kinds', 1])).toMatchObject({ record: 'Criterion AC-01' });
    expect(placeAt(facts, ['release', 'userImpact'])).toMatchObject({ record: 'The release' });
    expect(placeAt(facts, ['criteria', 7, 'text'])).toBeNull();
    expect(placeAt(facts, ['nowhere'])).toBeNull();
  });

  it('knows the place of every text of a release file, and of the path to it', () => {
    const { facts, markers } = markedFacts();
    const unnamed = markers.filter((one) => {
      const path = one.path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
      return placeAt(facts, path) === null;
    });
    expect(unnamed.map((one) => one.field)).toEqual([]);
    const known = new Set(textPlaces(facts).map((one) => one.text));
    expect(markers.filter((one) => !known.has(one.text)).map((one) => one.field)).toEqual([]);
  });
});

describe('evidence that travels', () => {
  const facts = factsWith({
    evidence: [
      { reference: 'EV-1', title: 'A', file: 'a/../same.pdf' },
      { reference: 'EV-1', version: 2, title: 'A', file: 'big.bin' },
      { reference: 'EV-2', title: 'B', file: null },
      { reference: 'EV-3', title: 'C', file: 'c.pdf', withheld: true },
      { reference: 'EV-4', title: 'D', file: 'd.pdf', sha256: 'd'.repeat(64) },
    ],
  });
  const source = (key: string, name: string, bytes: number) => ({
    key,
    name,
    path: '',
    sha256: 'a'.repeat(64),
    bytes,
    mediaType: 'application/pdf',
  });

  it('is limited in all; what is left out is told with its reason', () => {
    const plan = planEvidence(
      packSnapshotOf(facts),
      [source('EV-1@1', 'a/../same.pdf', 60), source('EV-1@2', 'big.bin', 60)],
      100,
    );
    expect(plan.attached.map((file) => file.attachment)).toEqual(['EV-1@1 same.pdf']);
    expect([...plan.files].map(([key, file]) => [key, file.absent])).toEqual([
      ['EV-1@1', null],
      ['EV-1@2', 'tooLarge'],
      ['EV-2@1', 'noFile'],
      ['EV-3@1', 'withheld'],
      ['EV-4@1', 'notInStore'],
    ]);
  });

  it('gets names that every file system takes and that lead nowhere', () => {
    expect(safe('../..\\x:y*?"<>|\u0000\u202e')).toBe('.._.._x_y________');
  });
});
