// The licences of the packages whose code is in the bundles. They ask for their text to go along with
// every copy, so the build writes it beside the bundles, from what it put into them.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The names by which packages call the file with their licence. */
const licenceFile = /^(?:licen[cs]e|copying)(?:[.-].*)?$/i;

/**
 * The text of the notices: packages with one and the same licence text share it.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles one for each bundle
 */
export function thirdPartyNotices(metafiles) {
  const packages = [...new Set(metafiles.flatMap(bundledFolders))].map(readPackage);
  const texts = [...new Set(packages.map(({ text }) => text))];
  const notices = texts.map((text) => {
    const titles = packages.filter((each) => each.text === text).map(({ title }) => title);
    return `${[...new Set(titles)].sort().join('\n')}\n\n${text}\n`;
  });
  return [
    'This extension contains code of the following packages, under their licences.\n',
    ...notices.sort(),
  ].join(`\n${'-'.repeat(80)}\n\n`);
}

/** Folders of the packages that at least one byte of the bundle comes from. */
function bundledFolders({ outputs }) {
  return Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([file]) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
}

function readPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => licenceFile.test(each));
  if (file === undefined) throw new Error(`${folder} has no text of its licence.`);
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return { title: `${name} ${version} (${license})`, text };
}
