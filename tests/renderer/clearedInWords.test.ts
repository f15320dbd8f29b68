import { expect, it } from 'vitest';
import { clearedInWords } from '../../renderer/stores/clearedInWords.ts';

const before = { 'goLive.approvedDate': '2027-06-24', 'goLive.approvedBy': 'CSC', 'goLive.approvedOn': '2026-05-12' };

it('says what was of the former date and went with it', () => {
  expect(clearedInWords('release', before, { 'goLive.approvedDate': '2027-06-25' })).toBe(
    '“Approved by” and “Approved on” were of the former Go-Live date and were cleared with it. Ctrl+Z brings them back.',
  );
  expect(clearedInWords('release', before, { 'goLive.approvedDate': null, 'goLive.approvedOn': '2026-05-13' })).toBe(
    '“Approved by” was of the former Go-Live date and was cleared with it. Ctrl+Z brings it back.',
  );
});

it('says nothing where nothing went', () => {
  expect(clearedInWords('release', before, { 'goLive.approvedDate': '2027-06-24' })).toBeNull();
  expect(clearedInWords('release', before, { 'goLive.actualDate': '2027-06-24' })).toBeNull();
  expect(clearedInWords('release', {}, { 'goLive.approvedDate': '2027-06-24' })).toBeNull();
});
