import type { Command } from 'commander';
import type { CalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import type { Engine } from '../../engine/engine.ts';
import { asOfOption } from '../options.ts';
import type { Session } from '../session.ts';
import { reportError, type Terminal } from '../terminal.ts';

interface DayCommand {
  readonly name: string;
  readonly description: string;
  /** What the day is for: `the day to plan from`. */
  readonly day: string;
  readonly run: (
    terminal: Terminal,
    engine: Engine,
    input: { readonly release: string; readonly asOf: CalendarDate | null },
  ) => Promise<number>;
}

/** A command on one release as of a day: `plan NAME --as-of 2026-05-01`. */
export function addDayCommand(program: Command, session: Session, { name, description, day, run }: DayCommand): void {
  program
    .command(name)
    .argument('<name>')
    .option('--as-of <date>', `${day} (default: today in London)`)
    .description(description)
    .action((release: string, options: { asOf?: string }) =>
      session.run({}, (terminal, engine) => {
        const asOf = asOfOption(options.asOf);
        if (!asOf.ok) return Promise.resolve(reportError(terminal, asOf.error));
        return run(terminal, engine, { release, asOf: asOf.value });
      }),
    );
}
