import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deskOf } from '../support/desk.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

/** A new criterion, and the field of its wording. */
async function openWording() {
  const { page } = await openApp(join(scratchFolder(), 'store'));
  const desk = deskOf(page);
  await desk.begin('Ada Byron');
  await desk.newRelease('June 2027 SEC Release');
  await desk.goTo('Criteria');
  await desk.add('Add criterion');
  const criterion = desk.side('criterion AC-01');
  return { desk, criterion, field: criterion.getByLabel('Wording', { exact: true }) };
}

it('says beneath a text what is misspelt, and writes what was meant with one click', async () => {
  const { desk, criterion, field } = await openWording();
  await field.fill('Every test was recieved by the DCC.');
  const said = criterion.getByRole('group', { name: 'Spelling of Wording' });
  await said.getByRole('button', { name: 'Write received for recieved' }).click();
  await desk.saved();
  expect(await field.inputValue()).toBe('Every test was received by the DCC.');
  await said.waitFor({ state: 'detached' });
});

it('never stops at a text that begins with a figure or a sign', async () => {
  const { desk, field } = await openWording();
  for (const text of ['42 tests passed', '1.0', '— and then', '²', '(a) or (b)']) {
    await field.fill(text);
    await field.press('End');
    await field.pressSequentially(' 7 x');
    await field.blur();
    await desk.saved();
    expect(await field.inputValue()).toBe(`${text} 7 x`);
  }
});
