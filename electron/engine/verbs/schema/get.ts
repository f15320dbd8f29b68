import { z } from 'zod';
import { assertNever } from '../../../../shared/domain/foundation/assertNever.ts';
import { ok } from '../../../../shared/domain/foundation/result.ts';
import { historyEntrySchema, manifestSchema } from '../../../../shared/domain/merge/manifest.ts';
import { lineSchema } from '../../../../shared/domain/merge/wire.ts';
import { releaseFileSchema } from '../../../../shared/domain/records/releaseFacts.ts';
import { snapshotSchema } from '../../../../shared/domain/rulebook/snapshot.ts';
import { verb } from '../../verb.ts';

/** The JSON Schema of a file format, for people who write such files by hand or by script. */
export const schemaGet = verb('schema.get', (_context, input) => {
  switch (input.format) {
    case 'release':
      return ok(z.toJSONSchema(releaseFileSchema, { io: 'input' }) as Record<string, unknown>);
    case 'snapshot':
      return ok(z.toJSONSchema(snapshotSchema, { io: 'input' }) as Record<string, unknown>);
    case 'bundle':
      return ok(bundleFormatSchema());
    default:
      return assertNever(input.format);
  }
});

/** A bundle is a zip: its list of contents, and two parts with one JSON document on each line. */
function bundleFormatSchema(): Record<string, unknown> {
  const parts = { manifest: manifestSchema, change: lineSchema, historyEntry: historyEntrySchema };
  const $defs = Object.fromEntries(
    Object.entries(parts).map(([name, schema]) => {
      const { $schema: _, ...definition } = z.toJSONSchema(schema, { io: 'input' });
      return [name, definition];
    }),
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The parts of a .golive bundle',
    description:
      'manifest.json is one “manifest”; each line of changes.ndjson one “change”; each line of history.ndjson one “historyEntry”; “signature” is Ed25519 over the bytes of manifest.json; files/ holds evidence under its SHA-256.',
    type: 'object',
    properties: {
      'manifest.json': { $ref: '#/$defs/manifest' },
      'changes.ndjson': { type: 'array', items: { $ref: '#/$defs/change' } },
      'history.ndjson': { type: 'array', items: { $ref: '#/$defs/historyEntry' } },
    },
    required: ['manifest.json', 'changes.ndjson', 'history.ndjson'],
    $defs,
  };
}
