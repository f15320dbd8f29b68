/** One thing that must hold. It throws what does not; what it returns is a remark for the table. */
export interface Check {
  readonly name: string;
  readonly run: () => Promise<string | undefined>;
}

export interface Checked {
  readonly name: string;
  readonly outcome: 'ok' | 'FAILED' | 'not here';
  readonly remark: string;
}

/** The machine cannot be brought into the state that a check is about. */
export class NotHere extends Error {}

/** One after the other, and one failure does not hide the next. `begin` hears the name of each before it runs. */
export async function runChecks(
  checks: readonly Check[],
  begin: (name: string) => void,
  say: (line: string) => void,
): Promise<readonly Checked[]> {
  const done: Checked[] = [];
  for (const { name, run } of checks) {
    begin(name);
    const checked = await runCheck(name, run);
    const { outcome, remark } = checked;
    say(`${outcome === 'ok' ? '✓' : outcome === 'FAILED' ? '✕' : '–'} ${name}${remark === '' ? '' : `: ${remark}`}`);
    done.push(checked);
  }
  return done;
}

async function runCheck(name: string, run: Check['run']): Promise<Checked> {
  try {
    return { name, outcome: 'ok', remark: (await run()) ?? '' };
  } catch (error) {
    const remark = error instanceof Error ? error.message : String(error);
    return { name, outcome: error instanceof NotHere ? 'not here' : 'FAILED', remark };
  }
}

/** The table at the end: what ran, and how it came out. */
export function tableOf(checked: readonly Checked[]): readonly string[] {
  const wide = Math.max(...checked.map(({ name }) => name.length));
  return checked.map(({ name, outcome, remark }) =>
    `${outcome.padEnd(8)}  ${name.padEnd(wide)}  ${oneLine(remark)}`.trimEnd(),
  );
}

function oneLine(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > 160 ? `${flat.slice(0, 159)}…` : flat;
}
