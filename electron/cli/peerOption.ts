import type { OutputOf } from '../../shared/contract/engineMethods.ts';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import type { Engine } from '../engine/engine.ts';

type Peer = OutputOf<'exchange.status'>['peers'][number];

const bare = (fingerprint: string) => fingerprint.replaceAll(/[^0-9a-f]/gi, '').toLowerCase();

/** Somebody who is known here, by the store's id, its key's fingerprint (the first eight digits do) or the person's name. */
export async function peerOption(engine: Engine, named: string): Promise<Result<Peer>> {
  const status = await engine.call('exchange.status', { releaseId: null });
  if (!status.ok) return status;
  const { peers } = status.value as OutputOf<'exchange.status'>;
  const digits = bare(named);
  const fitting = peers.filter(
    ({ storeId, fingerprint, name }) =>
      storeId === named ||
      name.toLowerCase() === named.toLowerCase() ||
      (/^[0-9a-f\s:-]{8,}$/i.test(named) && digits.length >= 8 && bare(fingerprint).startsWith(digits)),
  );
  const [only] = fitting;
  if (fitting.length === 1 && only) return ok(only);
  if (fitting.length > 1)
    return fail('conflict', `${fitting.length} keys here fit “${named}”; name one by its fingerprint.`, named);
  return fail('notFound', `Nobody here is known as “${named}”; golive exchange peers lists who is.`, named);
}

/** Eight groups of four hexadecimal digits, however they were typed. */
export function fingerprintOption(typed: string): Result<string> {
  const groups = bare(typed).match(/.{4}/g) ?? [];
  if (groups.length === 8 && bare(typed).length === 32) return ok(groups.join(' '));
  return fail('usage', `“${typed}” is not a fingerprint; write its eight groups of four digits.`, typed);
}
