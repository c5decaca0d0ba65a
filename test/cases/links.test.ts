// Which keys are links, and what the links say, from the case files in links/.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  createSnapshot,
  documentLinks,
  readLinkScope,
  type LinkScope,
} from '../../server/src/service';
import { maxLinks } from '../../server/src/service/features/documentLinks';
import { table } from '../../server/src/service/schema/table';
import { withMarks, withoutMarks } from '../support/markedText';
import { updateText } from '../support/updateText';

interface LinkCase {
  readonly title: string;
  /** `sections` unless something else is said. */
  readonly scope?: LinkScope;
  /** The file; in front of each link stands its tooltip, without the title of the page. */
  readonly text: string;
}

const folder = join(import.meta.dirname, 'links');

function linked(text: string, { scope = 'sections' }: LinkCase): string {
  return withMarks(
    text,
    documentLinks(createSnapshot(text), scope).map(({ range, tooltip = '' }) => ({
      label: tooltip.replace(`${table.page.title}, `, ''),
      range,
    })),
  );
}

describe.each(readdirSync(folder))('%s', (file) => {
  const cases = parse(readFileSync(join(folder, file), 'utf8')) as readonly LinkCase[];
  test.each(cases)('$title', (each) => {
    expect(linked(withoutMarks(each.text), each)).toBe(each.text);
  });
  test.each(cases)('$title (CRLF)', (each) => {
    const windows = each.text.replaceAll('\n', '\r\n');
    expect(linked(withoutMarks(windows), each)).toBe(windows);
  });
});

test('a section of the API leads to its page, a section of the file format to the reference', () => {
  const links = documentLinks(
    createSnapshot('context: {style: bgp}\nvpn_connection: {name: a}\n'),
    'sections',
  );
  expect(links.map(({ target }) => target)).toEqual([
    'https://github.com/vpnconn/vpnconn/blob/main/docs/reference.md#field-context',
    table.page.url,
  ]);
});

test('a long file has links where it begins, and no more than an editor can take', () => {
  const text = `${updateText('name: a')}---\n`.repeat(maxLinks + 1);
  const links = documentLinks(createSnapshot(text), 'sections');
  expect(links).toHaveLength(maxLinks);
  expect(links.at(-1)?.range.start.line).toBe(maxLinks * 5 - 3);
});

test.each([
  [undefined, 'sections'],
  [null, 'sections'],
  [{ fields: 'yes' }, 'sections'],
  [{ fields: false }, 'sections'],
  [{ fields: true }, 'fields'],
])('the setting %j makes links of %s', (setting, scope) => {
  expect(readLinkScope(setting)).toBe(scope);
});
