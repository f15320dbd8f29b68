import Database from 'better-sqlite3';

/** What was done since counting began: statements run, and rows that they gave. */
export interface Steps {
  readonly statements: number;
  readonly rows: number;
}

type Call = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Counts every statement and every row of every database of this process while `work` runs. Beyond `most` of both
 * together the next one throws, so that what has no bound ends too.
 */
export async function countSteps<T>(most: number, work: () => Promise<T>): Promise<{ answer: T; steps: Steps }> {
  const [own, undo] = [{ statements: 0, rows: 0 }, [] as (() => void)[]];
  const see = (statements: number, rows: number) => {
    own.statements += statements;
    own.rows += rows;
    if (own.statements + own.rows > most) throw new Error(`More than ${most} statements and rows.`);
  };
  const around = (owner: object, name: string, wrap: (real: Call) => Call) => {
    const functions = owner as Record<string, Call>;
    const real = functions[name] as Call;
    functions[name] = wrap(real);
    undo.push(() => {
      functions[name] = real;
    });
  };
  const statement = prototypeOfStatements();
  const counted = (rowsOf: (answer: unknown) => number) => (real: Call) =>
    function (this: unknown, ...args: unknown[]) {
      see(1, 0);
      const answer = real.apply(this, args);
      see(0, rowsOf(answer));
      return answer;
    };
  around(
    statement,
    'all',
    counted((rows) => (rows as unknown[]).length),
  );
  around(
    statement,
    'get',
    counted((row) => (row === undefined ? 0 : 1)),
  );
  around(
    statement,
    'run',
    counted((done) => (done as { changes: number }).changes),
  );
  around(
    statement,
    'iterate',
    (real) =>
      function* (this: unknown, ...args: unknown[]) {
        see(1, 0);
        for (const row of real.apply(this, args) as Iterable<unknown>) {
          see(0, 1);
          yield row;
        }
      },
  );
  try {
    const answer = await work();
    return { answer, steps: { ...own } };
  } finally {
    for (const each of undo) each();
  }
}

function prototypeOfStatements(): object {
  const db = new Database(':memory:');
  try {
    return Object.getPrototypeOf(db.prepare('SELECT 1')) as object;
  } finally {
    db.close();
  }
}
