// The example files address connections of the sandbox, which must take them as they are.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { connectionIds, projectId } from '../../../client/src/sandbox/seeds/project';
import { useSandbox } from '../../support/sandboxClient';

const client = useSandbox();
const folder = 'schemas/examples';

interface Example {
  readonly name: string;
  readonly project_id: string;
  readonly vpn_connection_id: string;
  readonly vpn_connection: Readonly<Record<string, unknown>>;
}

/** Every document of every example, with a made-up key in place of `!secret`. */
const examples: readonly Example[] = readdirSync(folder).flatMap((file) =>
  [
    ...parseAllDocuments(readFileSync(`${folder}/${file}`, 'utf8'), { customTags: [secretTag()] }),
  ].map((document, index) => {
    expect(document.errors).toEqual([]);
    return { name: `${file} ${index + 1}`, ...document.toJS() };
  }),
);

const isRefused = ({ name }: Example) => /^(with-mistakes|frozen)\./.test(name);

describe('examples', () => {
  it('are there', () => {
    expect(examples.length).toBeGreaterThanOrEqual(10);
    expect(examples.filter(isRefused)).toHaveLength(2);
  });

  it.each(examples)('$name names a seeded connection and no region', (example) => {
    expect(example.project_id).toBe(projectId);
    expect(Object.values(connectionIds)).toContain(example.vpn_connection_id);
    expect(example).not.toHaveProperty('region');
  });

  it('name each connection once', () => {
    const ids = examples.map((example) => example.vpn_connection_id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(examples.filter((example) => !isRefused(example)))(
    '$name is accepted',
    async (example) => {
      const answer = await client.update(example.vpn_connection_id, example.vpn_connection);
      expect(answer.text).not.toContain('error_msg');
      expect(answer.status).toBe(200);
    },
  );

  it.each(examples.filter(isRefused))('$name is refused', async (example) => {
    const answer = await client.update(example.vpn_connection_id, example.vpn_connection);
    expect(answer.status).toBe(400);
  });
});

function secretTag() {
  return { tag: '!secret', resolve: () => 'Made_up_key_1' };
}
