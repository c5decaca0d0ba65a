// Diagnostics, actions and reasons are plain text in every editor: no marks of Markdown in them.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createSnapshot, diagnostics, prepareUpdate } from '../../server/src/service';
import { rules } from '../../server/src/service/rules';
import { checks } from '../../server/src/service/rules/checks';
import { documentWith } from '../support/fieldText';
import { actionsOf } from '../support/quickFix';
import { exampleText } from '../support/ruleExample';

/** Every text of ours with a mistake in it. */
const mistakes: readonly (readonly [string, string])[] = [
  ...rules.flatMap(({ id, examples }) =>
    examples.bad.map(({ yaml }) => [id, exampleText(yaml)] as const),
  ),
  ...checks.flatMap(({ id, example }) =>
    example === undefined ? [] : [[id, exampleText(example)] as const],
  ),
  ...fieldMistakes(),
  ...caseMistakes(),
];

/** The values that the table refuses, field by field. */
function fieldMistakes(): readonly (readonly [string, string])[] {
  const fields = JSON.parse(readFileSync('test/cases/fields.json', 'utf8')) as Record<
    string,
    { readonly bad: readonly (readonly [string, string])[] }
  >;
  return Object.entries(fields).flatMap(([path, { bad }]) =>
    bad.map(([yaml]) => [path, documentWith(path, yaml)] as const),
  );
}

function caseMistakes(): readonly (readonly [string, string])[] {
  const folder = 'test/cases/diagnostics';
  return readdirSync(folder).flatMap((file) =>
    readFileSync(`${folder}/${file}`, 'utf8')
      .split(/^### /m)
      .map((text) => [file, text.slice(text.indexOf('\n') + 1)] as const),
  );
}

/** Everything about a text that is shown without formatting. */
function shown(text: string): readonly string[] {
  const snapshot = createSnapshot(text);
  const prepared = prepareUpdate(snapshot, { line: 0, character: 0 }, 1);
  return [
    ...diagnostics(snapshot, 'file:///a').flatMap(({ message, relatedInformation = [] }) => [
      message as string,
      ...relatedInformation.map((each) => each.message),
    ]),
    ...actionsOf(text).map(({ title }) => title),
    ...(prepared.kind === 'ready'
      ? prepared.update.warnings
      : [prepared.message, prepared.firstError?.message ?? '']),
  ];
}

describe('plain text', () => {
  test('is looked for in many messages', () => {
    expect(new Set(mistakes.flatMap(([, text]) => shown(text))).size).toBeGreaterThan(150);
  });

  test.each(mistakes.map(([id, text], index) => [id, index, text] as const))(
    'is all that is said about %s (%i)',
    (_id, _index, text) => {
      for (const message of shown(text)) {
        expect(message).not.toMatch(/[`*]|\]\(|(?<!\w)_\w|\s\s|^\s|\s$/);
        expect(message).not.toMatch(/undefined|\[object/);
      }
    },
  );
});
