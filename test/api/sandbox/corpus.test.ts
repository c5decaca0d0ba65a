// Real values from public sources: what is valid must be accepted by a connection of its mode.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { useSandbox } from '../../support/sandboxClient';

const client = useSandbox();

interface Entry {
  readonly source: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const corpus: readonly Entry[] = JSON.parse(readFileSync('test/data/corpus.json', 'utf8'));

/** Entries that came from create requests or responses carry more than an update may. */
const notInUpdates = [
  ...['id', 'style', 'vgw_id', 'vgw_ip', 'enable_nqa', 'tags', 'ha_role', 'created_at'],
  ...['updated_at', 'enterprise_project_id'],
];

const isMasked = ({ values }: Entry) => JSON.stringify(values).includes('**');
const isNegative = ({ source }: Entry) => source.includes('NEGATIVE');
const valid = corpus.filter((entry) => !isMasked(entry) && !isNegative(entry));

function connectionFor({ values }: Entry): string {
  const isPolicy = values['style'] === 'policy' || 'policy_rules' in values;
  return isPolicy && values['style'] !== 'STATIC' ? connectionIds.policy : connectionIds.spare;
}

function strip({ values }: Entry): Record<string, unknown> {
  const fields = Object.entries(values).filter(([key]) => !notInUpdates.includes(key));
  return JSON.parse(
    JSON.stringify(Object.fromEntries(fields), (key, value) =>
      key === 'authentication_method' ? undefined : value,
    ),
  );
}

describe('the corpus', () => {
  it('has enough valid entries to mean something', () => {
    expect(valid.length).toBeGreaterThanOrEqual(18);
  });

  it.each(valid)('$source is accepted', async (entry) => {
    const answer = await client.update(connectionFor(entry), strip(entry));
    expect(answer.text).not.toContain('error_msg');
    expect(answer.status).toBe(200);
  });

  it.each(corpus.filter(isNegative))('$source is refused', async (entry) => {
    expect((await client.update(connectionFor(entry), entry.values)).status).toBe(400);
  });

  it.each(corpus.filter(isMasked))('$source is refused while masked', async (entry) => {
    expect((await client.update(connectionFor(entry), entry.values)).status).toBe(400);
  });
});
