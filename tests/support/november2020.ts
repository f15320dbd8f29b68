import {
  conditions,
  criteria,
  issues,
  late,
  lateStatus,
  meetings,
  notices,
  results,
  risks,
  scope,
  tad,
} from '../fixtures/november2020.ts';
import {
  type At,
  add,
  addReports,
  begun,
  choose,
  chooseAll,
  openSheet,
  pasteInto,
  take,
  takeForDcc,
} from './windowDeeds.ts';

/** A name, a release, its scope and what set it: by keyboard. */
export async function begin(at: At): Promise<void> {
  const { page, desk, person } = at;
  await person.typeHere('Ada Byron');
  await person.press('Enter');
  await page.getByRole('heading', { name: 'No release yet' }).waitFor();
  await person.ask('New release');
  await page.getByRole('dialog', { name: 'New release' }).waitFor();
  await person.typeHere('November 2020');
  await person.press('Enter');
  await page.getByRole('heading', { name: 'November 2020 SEC Release', exact: true }).waitFor();
  await person.ask('Scope & RID');
  await desk.region('Modifications').waitFor();
  await person.paste(scope);
  await take(at);
  for (const [on, sets, decision] of [
    ['2019-10-16', 'systems', 'The systems scope of November 2020 is set.'],
    ['2020-03-18', 'all', 'The scope of November 2020 is set.'],
  ] as const) {
    await begun(at, 'scope decision');
    await person.typeHere(on);
    await person.typeAt('sets', sets);
    await page.locator('[data-combobox-selected]').filter({ hasText: sets }).waitFor();
    await person.press('Enter');
    await person.typeAt('decision', decision);
  }
  await desk.saved();
}

/** The RID in two versions, and the TAD and the notices of the DCC, recorded for it. */
export async function documents(at: At): Promise<void> {
  const { desk, person } = at;
  const rid = desk.region('Release Implementation Document');
  await add(at, rid, 'RID version');
  await person.typeHere('1.0');
  await person.type(rid.getByLabel('Issued on'), '2019-11-20');
  await person.type(rid.getByLabel('Published on'), '2019-11-22');
  await chooseAll(at, rid, 'Contains', [
    'implementation plan',
    'impacts',
    'cost',
    'testing approach',
    'Go-Live criteria',
  ]);
  await add(at, rid, 'RID version');
  await person.typeHere('2.0');
  await person.type(rid.getByLabel('Issued on'), '2020-07-01');
  await person.type(rid.getByLabel('Published on'), '2020-07-02');
  await chooseAll(at, rid, 'Contains', ['TAD']);

  await person.did(() => desk.goTo('Dates & TAD'));
  const goLive = desk.region('Go-Live');
  await person.type(goLive.getByLabel('Approved Go-Live date'), '2020-11-05');
  await person.type(goLive.getByLabel('Approved by'), 'CSC');
  await person.type(goLive.getByLabel('Approved on'), '2019-10-16');

  await person.click(desk.region('Testing Approach Document').getByRole('switch', { name: 'Record for the DCC' }));
  await pasteInto(at, 'Testing Approach Document', tad);

  const testing = desk.region('User testing');
  await person.click(testing.getByRole('switch', { name: 'Record for the DCC' }));
  await choose(at, testing, 'User testing is planned', 'Yes');
  await person.type(testing.getByLabel('From', { exact: true }), '2020-07-13');
  await person.type(testing.getByLabel('To', { exact: true }), '2020-09-25');
  await person.click(desk.region('What Users were told').getByRole('switch', { name: 'Record for the DCC' }));
  await pasteInto(at, 'What Users were told', notices);
}

/** The criteria as the RID has them, with what their owners say of them; what the DCC says is recorded for it. */
export async function agreeCriteria(at: At): Promise<void> {
  const { desk, person } = at;
  await person.did(() => desk.goTo('Criteria'));
  await takeForDcc(at, criteria);
}

/** What the DCC's testing came to, recorded for it. */
export async function testing(at: At): Promise<void> {
  const { desk, person } = at;
  await person.did(() => desk.goTo('Testing'));
  for (const rows of [results, issues]) await takeForDcc(at, rows);
  const maximums = desk.region('Maximum open issues');
  await person.click(maximums.getByRole('switch', { name: 'Record for the DCC' }));
  await add(at, maximums, 'maximum');
  for (const [label, text] of [
    ['Severity', '3'],
    ['Maximum open', '6'],
    ['Source', 'TAD 1.0 §7'],
  ] as const)
    await person.type(maximums.getByLabel(label, { exact: true }), text);
  await desk.saved();
}

/** The reports that the DCC sent, dropped together and accepted, and what the two bodies said of them. */
export async function hear(at: At, reports: readonly string[]): Promise<void> {
  const { page, desk, person } = at;
  await addReports(at, reports, '2020-09-18');
  await person.did(() => desk.goTo('Committees'));
  const tag = await openSheet(at, 'TAG', '2020-09-22');
  const row = tag.getByRole('region', { name: 'AC-03' });
  await person.click(row.getByText('Conditions', { exact: true }));
  await person.type(row.getByLabel('Wording on AC-03'), 'Once the alert queue is watched for a week.');
  await choose(at, tag, 'All that are not answered yet', 'Supports');
  await person.click(tag.getByRole('button', { name: 'Record 8 views' }));
  await tag.waitFor({ state: 'detached' });
  await person.byKeyboard(() => hearGroup(at));
  await pasteInto(at, 'Meetings', meetings);
  await page.getByText('7 October 2020').first().waitFor();
}

/** The Operations Group is the one that is still to be asked. */
async function hearGroup({ page, desk, person }: At): Promise<void> {
  await person.ask('Record a meeting');
  const sheet = desk.region('Record a meeting');
  await sheet.getByRole('combobox', { name: 'Body' }).and(page.locator(':focus')).waitFor();
  await person.tabTo(sheet.getByLabel('Met on'));
  await person.typeHere('2020-09-24');
  await person.tabTo(sheet.getByRole('combobox', { name: 'All that are not answered yet' }));
  await person.typeHere('Supports');
  await page.locator('[data-combobox-selected]').filter({ hasText: 'Supports' }).first().waitFor();
  await person.press('Enter');
  await sheet.getByRole('button', { name: 'Record 7 views' }).waitFor();
  await person.press('Control+Enter');
  await sheet.waitFor({ state: 'detached' });
}

/** Risks, the transition, what is asked, a draft, and the final pack for the first meeting. */
export async function submit(at: At, saveAs: (name: string) => Promise<void>): Promise<void> {
  const { page, desk, person } = at;
  await person.did(() => desk.goTo('Conditions'));
  await pasteInto(at, 'Risks', risks);
  const transition = desk.region('Transition');
  await person.type(transition.getByLabel('Deployment'), 'Overnight on 4 November, in one step.');
  await person.type(transition.getByLabel('Back-out'), 'Until 6 o’clock, by the former version.');
  await person.type(transition.getByLabel('Early-life support'), 'Four weeks, day and night.');
  const ifNotGo = desk.region('If the answer is not yet');
  await person.type(
    ifNotGo.getByLabel('What happens if it is not yet', { exact: true }),
    'Eighteen modifications wait until June 2021.',
  );
  await person.type(ifNotGo.getByLabel('Last moment to stop'), '4 November 2020, 18:00');

  await person.did(() => desk.goTo('Pack'));
  const asked = desk.region('What the CSC is asked');
  await person.click(asked.getByRole('button', { name: 'Draft the wording' }));
  await person.type(
    asked.getByLabel('SECAS recommends'),
    'SECAS recommends that the release goes live once AC-09 is met.',
  );
  const submissions = desk.region('Submissions to the CSC');
  await add(at, submissions, 'submission');
  await person.type(submissions.getByLabel('Submitted on'), '2020-09-30');
  await person.did(() => submissions.getByLabel('Presented by').pressSequentially('SECAS,DCC'));
  await desk.saved();
  await person.did(() => saveAs('draft.pdf'));
  await person.click(page.getByRole('button', { name: 'Export draft…' }));
  await page.getByText(/Exported draft\.pdf/).waitFor();
  await person.type(page.getByLabel('Reason for issuing it all the same'), 'The CSC asked to see it as it stands.');
  await person.did(() => saveAs('first.pdf'));
  await person.click(page.getByRole('button', { name: 'Issue final…' }));
  await page.getByText(/^Issued .* as first\.pdf/).waitFor();
}

/** What the CSC decided, by keyboard; the meeting and the body are known. */
export async function decide(at: At, outcome: string, wording: string): Promise<void> {
  const { desk, person } = at;
  await begun(at, 'decision');
  await person.typeAt('outcome', outcome);
  await person.typeAt('wording', wording);
  await desk.saved();
}

/** What was asked for after "not yet": the late report, its status, the body's word on it, and the second final. */
export async function submitAgain(at: At, report: string, saveAs: (name: string) => Promise<void>): Promise<void> {
  const { page, desk, person } = at;
  await addReports(at, [report], '2020-10-16');
  await person.did(() => desk.goTo('Criteria'));
  await takeForDcc(at, lateStatus);
  await person.did(() => desk.goTo('Committees'));
  const sheet = await openSheet(at, 'OPSG', '2020-10-19');
  await person.click(sheet.getByRole('region', { name: late }).getByText('Supports', { exact: true }));
  await person.click(sheet.getByRole('button', { name: 'Record 1 view' }));
  await person.click(page.getByRole('button', { name: /^Replace/ }));
  await sheet.waitFor({ state: 'detached' });

  await person.byKeyboard(async () => {
    await begun(at, 'submission');
    await person.typeHere('2020-10-20');
    await person.press('Enter');
    await desk.saved();
  });
  await person.did(() => saveAs('second.pdf'));
  await person.click(page.getByRole('button', { name: 'Issue final…' }));
  await page.getByText(/^Issued .* as second\.pdf/).waitFor();
}

/** The conditions of the decision, the day it went live, and their discharge. */
export async function finish(at: At): Promise<void> {
  const { desk, person } = at;
  await person.did(() => desk.goTo('Conditions'));
  await pasteInto(at, 'Conditions', conditions);
  await person.did(() => desk.goTo('Dates & TAD'));
  await person.type(desk.region('Go-Live').getByLabel('Went live on'), '2020-11-05');
  await person.did(() => desk.goTo('Conditions'));
  const list = desk.region(/^Conditions$/);
  for (const [number, on] of [
    [1, '2020-11-13'],
    [2, '2020-12-02'],
  ] as const) {
    await person.click(list.getByRole('button', { name: new RegExp(`^${number} · `) }));
    await person.type(list.getByLabel('Discharged on'), on);
    await person.type(list.getByLabel('Discharged by', { exact: true }), 'SECAS for the CSC');
  }
  await desk.saved();
}

/** Closed, and copied for the next slot: by keyboard. */
export async function close(at: At): Promise<void> {
  const { page, desk, person } = at;
  await person.ask('Close this release');
  await person.ask('Overview');
  await page.getByText('This release is live and closed').waitFor();
  await person.ask('Copy this release');
  await page.getByRole('heading', { name: 'June 2021 SEC Release', exact: true }).waitFor();
  await desk.saved();
}
