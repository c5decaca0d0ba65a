// What text from outside becomes before a person reads it.
import { describe, expect, test } from 'vitest';
import {
  literalMarkdown,
  literalText,
  shortText,
  visibleLines,
  visibleText,
} from '../../../client/src/core/model/visibleText';
import { editorIcon, editorLink, invisible, outsideTexts } from '../../support/outsideTexts';
import { markdown } from '../../support/renderMarkdown';

describe.each(outsideTexts)('%s', (_what, text) => {
  test('has no character that is not seen', () => {
    expect(visibleText(text)).not.toMatch(invisible);
    expect(visibleLines(text).replaceAll('\n', '')).not.toMatch(invisible);
    expect(shortText(text, 5)).not.toMatch(invisible);
  });

  test('is neither link nor icon in the editor, and reads the same but for one kind of space', () => {
    const shown = literalText(text);
    expect(shown).not.toMatch(editorLink);
    expect(shown).not.toMatch(editorIcon);
    expect(shown.replace(/(?<=[\]$]) (?=\()/g, '')).toBe(visibleText(text));
    expect(literalText(shown)).toBe(shown);
  });

  test('is plain text in Markdown', () => {
    const shown = markdown.utils.escapeHtml(visibleText(text));
    expect(markdown.renderInline(literalMarkdown(text))).toBe(shown);
  });
});

test('ordinary text stays as it is', () => {
  const text =
    'Updates of site-a (10.0.0.0/8) take effect at 14:05, not 中午; see $5 (five) [1] é.';
  expect(literalText(text)).toBe(text);
  expect(visibleLines('a\n  b')).toBe('a\n  b');
});

test('text is never cut within a character', () => {
  expect(shortText('ab\u{1F600}c', 3)).toBe('ab…');
});
