// The compiled validator, which the build makes small by editing its code, says of any data what ajv
// itself says of the table.
import Ajv from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import tableSchema from '../../schemas/vpnconn-update.schema.json';
import type { FieldFacts } from '../../server/src/service/schema/facts';
import { table } from '../../server/src/service/schema/table';
import validate, {
  type SchemaViolation,
} from '../../server/src/service/schema/validator.generated.mjs';

const validateByTable = new Ajv({ strict: false, strictNumbers: true, allErrors: true }).compile(
  tableSchema,
);

test('finds the violations that ajv finds', () => {
  fc.assert(
    fc.property(dataFor(table.root), (data) => {
      validate(data);
      validateByTable(data);
      expect(told(validate.errors)).toEqual(told(validateByTable.errors));
    }),
    // One with a mistake of each kind, so that no run is without it.
    { examples: [[everyMistake], [infinite]], numRuns: 500 },
  );
});

test('finds the mistakes of every kind', () => {
  validate(everyMistake);
  expect([...new Set(validate.errors?.map(({ keyword }) => keyword))].sort()).toEqual([
    'additionalProperties',
    'enum',
    'maxItems',
    'maxLength',
    'maximum',
    'minLength',
    'minimum',
    'pattern',
    'required',
    'type',
  ]);
});

const everyMistake = {
  project_id: '',
  context: { style: 'none', unknown: 1 },
  vpn_connection: {
    name: 'x'.repeat(65),
    psk: 'ä😀',
    peer_subnets: Array.from({ length: 51 }, () => '10.0.0.0/8'),
    policy_rules: [{ rule_index: -1 }, { rule_index: 51 }, 'x'],
    ikepolicy: { dpd: { timeout: 61, unknown: null }, constructor: 1 },
    ipsecpolicy: [],
  },
};

/** What YAML writes as `.inf` is no integer. */
const infinite = { vpn_connection: { policy_rules: [{ rule_index: Infinity }] } };

function told(violations: readonly Omit<SchemaViolation, 'schemaPath'>[] | null | undefined) {
  return (violations ?? []).map(({ instancePath, keyword, params }) => [
    instancePath,
    keyword,
    params['missingProperty'] ?? params['additionalProperty'],
  ]);
}

/** Data that is right here and there, so that mistakes deep inside are reached. */
function dataFor(facts: FieldFacts): fc.Arbitrary<unknown> {
  const fitting = fc.oneof(
    ...[...facts.values, ...facts.suggestions].map(({ value }) => fc.constant(value)),
    ...facts.examples.map((example) => fc.constant(example)),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.integer({ min: -1, max: 700_000 }),
  );
  const nested =
    facts.items === undefined
      ? fc
          .record(
            Object.fromEntries([...facts.properties].map(([key, inner]) => [key, dataFor(inner)])),
            { requiredKeys: [] },
          )
          .chain((known) =>
            fc
              .dictionary(fc.constantFrom('x-note', 'unknown', 'toString'), fc.anything(), {
                maxKeys: 1,
              })
              .map((unknown) => ({ ...known, ...unknown })),
          )
      : fc.array(dataFor(facts.items), { maxLength: 60, size: 'max' });
  const isContainer = facts.items !== undefined || facts.properties.size > 0;
  return fc.oneof(
    { arbitrary: isContainer ? nested : fitting, weight: 20 },
    { arbitrary: fc.anything({ maxDepth: 1 }), weight: 1 },
  );
}
