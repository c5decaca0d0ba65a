// docs/sandbox.md names everything that a user of the sandbox can name.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { misbehaviourKinds } from '../../../client/src/sandbox/faults/misbehaviour';
import { connections } from '../../../client/src/sandbox/seeds/connections';
import { projectId } from '../../../client/src/sandbox/seeds/project';

const page = readFileSync('docs/sandbox.md', 'utf8');

const credentials = Object.values(demoCredentials)
  .flatMap((each) => Object.entries(each))
  .filter(([name]) => !['access', 'expiresAt'].includes(name))
  .map(([, value]) => value);

describe('docs/sandbox.md', () => {
  it.each([...misbehaviourKinds, ...credentials, projectId])('has `%s`', (word) => {
    expect(page).toContain(`\`${word}\``);
  });

  it.each(connections.map(({ id, name }) => [name, id]))('lists %s', (name, id) => {
    expect(page).toContain(`| \`${name}\` | \`${id}\` |`);
  });
});
