// The sandbox shares no code with what it tests, so it has a table of its own. A field of the schema that
// is missing there has to be added to client/src/sandbox/checks/connectionUpdate.ts, and nowhere else.
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import fields from '../cases/fields.json';
import { redactBody } from '../../client/src/sandbox/redactBody';
import { seeds } from '../../client/src/sandbox/seeds/seeds';
import { CloudState } from '../../client/src/sandbox/state/cloudState';
import { presentConnection } from '../../client/src/sandbox/state/presentConnection';
import { valueAt, withValueAt, type Json } from '../../server/src/protocol/json';
import { sameValue } from '../../server/src/protocol/sameValue';
import type { FieldFacts } from '../../server/src/service/schema/facts';
import { table } from '../../server/src/service/schema/table';
import { expandValue } from '../support/fieldText';
import { sandboxCloud } from '../support/sandboxCloud';

const body = table.fieldWithRole('body');

/** What an update can send, in the edition of the page that the sandbox plays; a list is one field. */
const sendable = table
  .allFields()
  .filter(
    ({ path, type, newer }) =>
      path.startsWith(`${body.path}/`) &&
      !path.includes('/*') &&
      type !== 'object' &&
      newer === undefined,
  );

/** Values that are right somewhere. */
function valuesOf({ path, names }: FieldFacts): readonly Json[] {
  const cases = (fields as unknown as Record<string, { good: readonly string[] }>)[path];
  const written = cases!.good.filter((yaml) => !yaml.startsWith('!')).map(expandValue);
  return names === 'customer-gateway'
    ? seeds.customerGateways.map(({ id }) => id)
    : written.map((yaml): Json => parse(yaml));
}

/** What each connection of the sandbox makes of each value. */
const triesOf = (facts: FieldFacts) =>
  valuesOf(facts).flatMap((value) =>
    seeds.connections.map(({ id }) => {
      const cloud = sandboxCloud(id);
      const reply = cloud.put(withValueAt({}, facts.path, value));
      return { value, reply, now: valueAt(cloud.get(), facts.path) };
    }),
  );

describe('a field of the schema', () => {
  test.each(sendable.map((facts) => [facts.path, facts] as const))(
    '%s is accepted, stored, shown and logged by the sandbox',
    (path, facts) => {
      const accepted = triesOf(facts).filter(({ reply }) => reply === 'accepted');
      expect(accepted.length).toBeGreaterThan(0);
      const shown = accepted.some(({ value, now }) => sameValue(path, value, now));
      expect(shown).toBe(!facts.sensitive);
      const [{ value }] = accepted as [(typeof accepted)[0]];
      const sent = withValueAt({}, path, value);
      const logged = redactBody(Buffer.from(JSON.stringify(sent))) as typeof sent;
      expect(sameValue(path, valueAt(logged, path), value)).toBe(!facts.sensitive);
    },
  );
});

test('what is stored beside the known fields is shown', () => {
  const [connection] = seeds.connections;
  const { ikepolicy, ipsecpolicy } = connection!;
  const added = {
    ...connection!,
    added: 1,
    ikepolicy: { ...ikepolicy, added: 2, dpd: { ...ikepolicy.dpd, added: 3 } },
    ipsecpolicy: { ...ipsecpolicy, added: 4 },
  };
  expect(presentConnection(added, new CloudState(seeds, 0))).toMatchObject({
    added: 1,
    ikepolicy: { added: 2, dpd: { added: 3 } },
    ipsecpolicy: { added: 4 },
  });
});
