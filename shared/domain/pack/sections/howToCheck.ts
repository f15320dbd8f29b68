import { type Block, paragraph, type Section } from '../blocks.ts';
import { manifestName, snapshotName } from '../manifest.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { cell } from '../tables.ts';
import { attachedFiles } from './evidenceRegister.ts';
import { signatureBlocks } from './signatures.ts';

/** Plain steps to check this file without the app, what the hashes mean, and what they cannot show. */
export function howToCheckSection(context: PackContext): Section {
  const { manifestSha256 } = context.seal;
  const { appVersion } = context.snapshot.identity;
  const isPack = context.snapshot.identity.document === undefined;
  const outside = [...context.seal.files.values()].filter((file) => file.companion !== undefined).length;
  const holdsFiles = context.facts.evidence.length > 0 && attachedFiles(context) !== 0;
  const steps: readonly (readonly [string, string])[] = [
    [
      'This file',
      `sha256sum PACK.pdf (Windows: certutil -hashfile PACK.pdf SHA256; macOS: shasum -a 256 PACK.pdf). Compare it with the SHA-256 ${isPack ? 'read out in the meeting and recorded with the decision' : 'in the register of issued papers'}.`,
    ],
    [
      'Its attachments',
      `pdfdetach -saveall PACK.pdf, or save them from your reader’s attachment panel. You get ${snapshotName}${holdsFiles ? `, ${manifestName} and the evidence files.` : ` and ${manifestName}; no evidence file is attached.`}`,
    ],
    [
      'The manifest',
      `sha256sum ${manifestName}: it must give the manifest hash printed below${isPack ? ' and on the decision page' : ' and, in short, at the foot of each page'}.`,
    ],
    ['The facts', `sha256sum ${snapshotName}: it must stand in ${manifestName} under “snapshot”.`],
    ...(context.facts.evidence.length === 0 ? [] : [evidenceStep(holdsFiles)]),
    [
      'Everything at once',
      `With the app: golive pack verify PACK.pdf. It renders the pages anew from the facts and compares every byte. A version that renders otherwise than ${appVersion} says that the pages were not checked, which is no proof of them.`,
    ],
  ];
  const blocks: Block[] = [
    {
      kind: 'table',
      caption: 'Steps to check this file',
      headless: true,
      columns: [
        { title: 'What', weight: 22 },
        { title: 'How', weight: 78 },
      ],
      rows: steps.map(([what, how]) => [cell([{ text: what, strong: true }]), cell(how)]),
    },
    {
      kind: 'facts',
      rows: [
        { label: 'Manifest SHA-256', value: manifestSha256 ?? [{ text: 'not sealed: this is a preview', soft: true }] },
        { label: 'Made with', value: `SEC Go-Live ${appVersion}` },
      ],
    },
    paragraph(
      [
        {
          text: `${manifestName} names each part of this file (every criterion, view, finding, evidence item and other record) with the SHA-256 of its text in ${snapshotName}, so that a change names what it changed. A hash shows which file was hashed, not who made it.`,
          soft: true,
        },
      ],
      'note',
    ),
    ...(outside === 0
      ? []
      : [
          paragraph(
            `This file holds 200 MB of evidence at most. ${outside === 1 ? 'One more file lies' : `${outside} more files lie`} in its companion, PACK.evidence.zip, and ${outside === 1 ? 'is' : 'are'} listed in the evidence register and the manifest by SHA-256. “golive pack verify” checks the companion when it lies beside this file.`,
          ),
        ]),
    ...signatureBlocks(context),
    { kind: 'drawingNotes' },
  ];
  return { id: places.check, title: 'How to check this file', orientation: 'portrait', ownPage: false, blocks };
}

function evidenceStep(holdsFiles: boolean): readonly [string, string] {
  const which = holdsFiles ? 'the file' : 'a file that you hold';
  return [
    'An evidence file',
    `sha256sum of ${which}: it must stand in the evidence register and in the manifest under “evidence:” and its key.`,
  ];
}
