import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { inProject } from '../paths.mjs';
import { GROUPS } from '../steps/debianPackages.mjs';
import { FILE_TYPE, LINUX_EXECUTABLE, PRODUCT } from './product.mjs';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512];

/**
 * The text files of the Debian package beside the app itself. There is no script among them: Debian's own triggers
 * renew menus and icons, and a package that runs nothing cannot touch anybody's data.
 *
 * @returns {ReadonlyMap<string, string | Buffer>} contents by place in the package
 */
export function sharedFiles() {
  const icons = SIZES.flatMap((size) => [
    picture(`icons/${size}x${size}.png`, `${size}x${size}/apps/${LINUX_EXECUTABLE}.png`),
    picture(`golive/${size}x${size}.png`, `${size}x${size}/mimetypes/${iconOfType}.png`),
  ]);
  /** @type {[string, string | Buffer][]} */
  const files = [
    [`usr/share/applications/${LINUX_EXECUTABLE}.desktop`, menuEntry()],
    [`usr/share/mime/packages/${LINUX_EXECUTABLE}.xml`, mimeType()],
    [`usr/share/doc/${LINUX_EXECUTABLE}/copyright`, copyright()],
    [`usr/share/doc/${LINUX_EXECUTABLE}/changelog.gz`, gzipSync(readFileSync(inProject('CHANGELOG.md')), { level: 9 })],
    ...icons,
  ];
  return new Map(files);
}

const iconOfType = FILE_TYPE.mimeType.replace('/', '-');

/**
 * @param {string} from
 * @param {string} to
 * @returns {[string, Buffer]}
 */
const picture = (from, to) => [`usr/share/icons/hicolor/${to}`, readFileSync(inProject('out/identity', from))];

/** It opens bundles, and packs where somebody asks for it: other programs stay the first choice for a PDF. */
export function menuEntry() {
  return `[Desktop Entry]
Type=Application
Name=${PRODUCT.name}
GenericName=Release readiness
Comment=${PRODUCT.summary}
Exec=/usr/bin/${LINUX_EXECUTABLE} %f
Icon=${LINUX_EXECUTABLE}
Terminal=false
StartupNotify=true
StartupWMClass=${PRODUCT.name}
Categories=Office;ProjectManagement;
Keywords=SEC;DCC;SECAS;release;readiness;go-live;
MimeType=${FILE_TYPE.mimeType};application/pdf;
`;
}

function mimeType() {
  return `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="${FILE_TYPE.mimeType}">
    <comment>${FILE_TYPE.name}</comment>
    <icon name="${iconOfType}"/>
    <glob pattern="*.${FILE_TYPE.ext}" weight="60"/>
  </mime-type>
</mime-info>
`;
}

function copyright() {
  const own = readFileSync(inProject('LICENSE'), 'utf8').trim();
  /** @type {import('../notices/noticeOf.mjs').Notice[]} */
  const notices = JSON.parse(readFileSync(inProject('out/app/notices.json'), 'utf8'));
  const others = notices.map(
    ({ name, version, licence, by, text }) => `${name} ${version}, ${licence}, by ${by}\n\n${text}`,
  );
  const rule = `\n\n${'='.repeat(79)}\n\n`;
  const chromium = `Chromium’s licences: /opt/${LINUX_EXECUTABLE}/LICENSES.chromium.html`;
  return `${[own, chromium, ...others].join(rule)}\n`;
}

/**
 * @param {{ version: string, architecture: string, kilobytes: number }} what
 */
export function controlFile({ version, architecture, kilobytes }) {
  const needs = GROUPS.window.packages.map((names) => names.join(' | ')).join(', ');
  return `Package: ${LINUX_EXECUTABLE}
Version: ${version}
Architecture: ${architecture}
Maintainer: ${PRODUCT.maintainer}
Installed-Size: ${kilobytes}
Depends: ${needs}
Recommends: xdg-utils
Section: misc
Priority: optional
Description: ${PRODUCT.summary}
 For each release of Great Britain's Smart Energy Code: what must be shown
 before it goes live, what is missing, whom it waits for and by when, and the
 pack that the Change Sub-Committee decides on. It works offline.
`;
}

/**
 * What dpkg checks installed files by.
 *
 * @param {ReadonlyMap<string, Buffer>} contents by place in the package
 */
export function checksums(contents) {
  const lines = [...contents].map(
    ([place, content]) => `${createHash('md5').update(content).digest('hex')}  ${path.posix.normalize(place)}\n`,
  );
  return lines.join('');
}
