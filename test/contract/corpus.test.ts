// Real values from public sources, each as a file: stripped of what an update cannot carry they are
// valid, unstripped the keys that cannot be sent say why, and those marked NEGATIVE fail.
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { createSnapshot, diagnostics } from '../../server/src/service';
import { table } from '../../server/src/service/schema/table';
import corpus from '../data/corpus.json';
import { head } from '../support/updateText';

interface Entry {
  readonly source: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const body = table.fieldWithRole('body');
const refusedBelow: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(body.refusedKeys),
  ikepolicy: Object.keys(body.properties.get('ikepolicy')?.refusedKeys ?? {}),
};

function fileOf(values: object): string {
  return `${head}${stringify({ vpn_connection: values })}`;
}

function errorsOf(values: object): readonly { code: string; message: string }[] {
  return diagnostics(createSnapshot(fileOf(values)), 'file:///a.vpnconn.yaml')
    .filter(({ severity }) => severity === 1)
    .map(({ code, message }) => ({ code: String(code), message: message as string }));
}

/** The values without what the documentation masks and what an update cannot carry. */
function sendable(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept = Object.entries(values)
    .filter(
      ([key, value]) => !refusedBelow['']?.includes(key) && !JSON.stringify(value).includes('****'),
    )
    .map(([key, value]) => [key, key === 'ikepolicy' ? withoutRefused(value as object) : value]);
  return Object.fromEntries(kept);
}

/** Also without IDs that the documentation masks. */
function withoutRefused(ikepolicy: object): object {
  return Object.fromEntries(
    Object.entries(ikepolicy).filter(
      ([key, value]) => !refusedBelow['ikepolicy']?.includes(key) && !String(value).includes('***'),
    ),
  );
}

const entries = corpus as unknown as readonly Entry[];
const positive = entries.filter(({ source }) => !source.includes('NEGATIVE'));
const negative = entries.filter(({ source }) => source.includes('NEGATIVE'));
const withRefused = entries.filter(({ values }) =>
  Object.keys(values).some((key) => refusedBelow['']?.includes(key)),
);

describe('the corpus', () => {
  test('is all there', () => {
    expect([positive.length, negative.length, withRefused.length]).toEqual([22, 2, 15]);
  });

  test.each(positive.filter(({ values }) => Object.keys(sendable(values)).length > 0))(
    '$source, as an update',
    ({ values }) => {
      expect(errorsOf(sendable(values))).toEqual([]);
    },
  );

  test.each(withRefused)('$source, with keys that cannot be sent', ({ values }) => {
    const reasons = errorsOf(values).filter(({ code }) => code === 'schema/unknown-key');
    const keys = Object.keys(values).filter((key) => refusedBelow['']?.includes(key));
    expect(reasons.map(({ message }) => message)).toEqual(
      expect.arrayContaining(keys.map((key) => body.refusedKeys[key])),
    );
  });

  test.each(negative)('$source', ({ values }) => {
    expect(errorsOf(values)).not.toEqual([]);
  });
});
