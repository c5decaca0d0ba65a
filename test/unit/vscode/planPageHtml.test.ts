// The page of a plan: what is in it, and that nothing of it comes from outside.
import { describe, expect, test } from 'vitest';
import type { PlanSection } from '../../../client/src/core/ports/ports';
import {
  pageShell,
  planContent,
  restoredContent,
} from '../../../client/src/vscode/views/planPageHtml';
import { planSectionWith } from '../../support/client/planSection';
import { outsideTexts } from '../../support/outsideTexts';

const source = {
  ...{ uri: 'file:///a', position: { line: 0, character: 0 } },
  seen: { version: 1, connectionId: 'c-1' },
};
const section = planSectionWith('text', source);
const show = (changed: Partial<PlanSection>, notice?: string): string =>
  planContent([{ section: { ...section, ...changed }, ...(notice !== undefined && { notice }) }]);

/** The elements and attributes of a page, without its text and where that can be broken. */
const tagsOf = (page: string): readonly string[] => page.match(/<(?!wbr )[^>]*>/g) ?? [];

describe('the page', () => {
  test('loads nothing and runs nothing but its own script', () => {
    const page = pageShell('n1');
    expect(page).toContain(
      `content="default-src 'none'; style-src 'nonce-n1'; script-src 'nonce-n1'"`,
    );
    expect(page.match(/<(?:script|style)\b[^>]*>/g)).toEqual([
      '<style nonce="n1">',
      '<script nonce="n1">',
    ]);
    expect(page).not.toMatch(
      /https?:\/\/(?!www\.w3\.org\/2000\/svg)|\b(?:src|href)=|@import|url\(['"]?[^#(?!]/,
    );
  });

  test('has the colours of the theme only', () => {
    const [style = ''] = /<style[^]*<\/style>/.exec(pageShell('n')) ?? [];
    expect(style).not.toMatch(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/i);
    expect(style).toContain('--vscode-editor-foreground');
  });

  test.each(outsideTexts)('shows text from outside as text: %s', (_what, text) => {
    const plain = tagsOf(show({}));
    const hostile = `${text}<script>alert(1)</script>" onload='x'&`;
    // Its lines become lines.
    const picture = { svg: hostile, text: hostile.replace(/[\r\n]/g, '') };
    const page = planContent([
      { section: { ...planSectionWith(hostile, source), picture }, notice: hostile },
    ]);
    const withNotice = tagsOf(show({}, 'text'));
    expect(withNotice.length).toBeGreaterThan(plain.length);
    const withoutPicture = (tags: readonly string[]) =>
      tags.map((tag) => tag.replace(/data-svg="[^"]*"/, ''));
    expect(withoutPicture(tagsOf(page))).toEqual(withoutPicture(withNotice));
  });
});

describe('a plan', () => {
  test('has a heading, a table with titles of rows and columns, and buttons with names', () => {
    const page = show({}).replace(/\s+/g, ' ');
    expect(page).toContain('<h1 id="name-0">text</h1>');
    expect(page.match(/scope="(?:col|row)"/g)).toEqual([
      ...Array(5).fill('scope="col"'),
      'scope="row"',
    ]);
    expect(
      page.match(/<button[^>]*> ([^<]*) </g)?.map((each) => each.replace(/<[^>]*> | <$/g, '')),
    ).toEqual([
      'Apply…',
      'Apply with Automatic Rollback…',
      'Open Diff',
      'Copy as Markdown',
      'Refresh',
    ]);
  });

  test('shows changes of a list item by item', () => {
    const list = { added: ['192.168.2.0/24'], removed: ['10.0.0.0/8'], kept: 3 };
    const page = show({ fields: [{ ...section.fields[0]!, list }] });
    expect(page).toContain('<ins><code>+ 192.168.2.0/24</code></ins>');
    expect(page).toContain('<del><code>- 10.0.0.0/8</code></del>');
    expect(page).toContain('3 unchanged');
  });

  test('of production says so', () => {
    expect(show({})).not.toContain('PRODUCTION');
    expect(show({ target: { label: 'a', host: 'b', isProduction: true } })).toContain('PRODUCTION');
  });

  test('without changes has no table', () => {
    const same = { ...section.fields[0]!, kind: 'same' } as const;
    const page = show({ fields: [same, same], effects: [], picture: undefined! });
    expect(page).not.toContain('<table');
    expect(page).toContain('2 fields keep their values');
  });

  test('that is out of date says why, and its update can not be applied from it', () => {
    const page = show({}, 'The file is closed.').replace(/\s+/g, ' ');
    expect(page).toContain('<b>Out of date.</b> The file is closed.');
    expect(page).toMatch(/data-command="apply"[^>]*aria-disabled="true"/);
    expect(page).toMatch(/data-command="rollback"[^>]*aria-disabled="true"/);
    expect(page).toMatch(/data-command="refresh"[^>]*aria-disabled="false"/);
  });

  test('of several updates has a section and buttons for each', () => {
    const page = planContent([{ section }, { section }]);
    expect(page.match(/<h1 id="name-\d"/g)).toEqual(['<h1 id="name-0"', '<h1 id="name-1"']);
    expect(page.match(/data-command="apply"\s+data-section="\d"/g)).toHaveLength(2);
    const ids = page.match(/ id="[^"]*"/g) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('a page of an earlier window has one button', () => {
  expect(restoredContent().match(/<button/g)).toHaveLength(1);
});
