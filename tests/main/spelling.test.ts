import { describe, expect, it } from 'vitest';
import { misspeltOf } from '../../electron/main/spelling.ts';

describe('spelling', () => {
  it('is British English, from our own files', async () => {
    expect(await misspeltOf(['colour', 'color', 'organisation', 'recieved', 'isn’t', 'Régime', 'programme'])).toEqual([
      'color',
      'recieved',
      'Régime',
    ]);
  });

  it('judges no references and no short forms', async () => {
    expect(await misspeltOf(['SECAS', 'SECMP0061', 'AC-01', 'GB', '', 'x'.repeat(200)])).toEqual([]);
  });
});
