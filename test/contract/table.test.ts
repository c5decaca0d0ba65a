// What the table promises: every field described and sourced, every value explained, every keyword
// declared. A failing test here says what to add to schemas/vpnconn-update.schema.json.
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import schema from '../../schemas/vpnconn-update.schema.json';
import vocabulary from '../../schemas/vocabulary.schema.json';
import { table } from '../../server/src/service/schema/table';
import { checkedKeywords } from '../../server/src/service/schema/validate';

type Schema = Readonly<Record<string, unknown>>;

const draft07 = new Set(
  '$schema $id $ref definitions type title description properties patternProperties additionalProperties required items maxItems enum minimum maximum minLength maxLength pattern examples allOf'.split(
    ' ',
  ),
);

/** Keywords that say something about a value, or where the schema of a part stands, and check nothing. */
const annotations = new Set(
  '$schema $id $ref definitions title description properties patternProperties items examples allOf'.split(
    ' ',
  ),
);

/** Every schema of the table with its place, definitions included. */
function* eachSchema(at: Schema, path: string): Generator<readonly [string, Schema]> {
  yield [path, at];
  for (const keyword of ['properties', 'patternProperties', 'definitions']) {
    for (const [name, inner] of Object.entries((at[keyword] ?? {}) as Record<string, Schema>))
      yield* eachSchema(inner, `${path}/${keyword}/${name}`);
  }
  if (at['items'] !== undefined) yield* eachSchema(at['items'] as Schema, `${path}/items`);
  for (const [index, inner] of ((at['allOf'] ?? []) as Schema[]).entries())
    yield* eachSchema(inner, `${path}/allOf/${index}`);
}

const schemas = [...eachSchema(schema, '#')];

describe('the table', () => {
  test('uses draft-07 and declared keywords only', () => {
    const declared = new Set(Object.keys(vocabulary.properties));
    const unknown = schemas.flatMap(([path, at]) =>
      Object.keys(at)
        .filter((keyword) => !draft07.has(keyword) && !declared.has(keyword))
        .map((keyword) => `${path}: ${keyword}`),
    );
    expect(unknown).toEqual([]);
  });

  test('uses no keyword of validation that has no words', () => {
    const used = new Set(schemas.flatMap(([, at]) => Object.keys(at)));
    const asserted = [...draft07].filter(
      (keyword) => used.has(keyword) && !annotations.has(keyword),
    );
    expect(asserted.sort()).toEqual([...checkedKeywords].sort());
  });

  test('gives every declared keyword a value of the declared form', () => {
    const validate = new Ajv({ strict: false, allErrors: true }).compile(vocabulary);
    const wrong = schemas.filter(([, at]) => !validate(at)).map(([path]) => path);
    expect(wrong).toEqual([]);
  });

  test('is a valid draft-07 schema for other tools', () => {
    expect(new Ajv({ strict: false }).validateSchema(schema)).toBe(true);
  });

  test.each(table.allFields().map((facts) => [facts.path || '(root)', facts] as const))(
    '%s has a title, a description and a source',
    (_path, facts) => {
      expect(facts.title).not.toBe('');
      expect(facts.description.length).toBeGreaterThan(10);
      expect(facts.source).toMatch(/^(Tables? \d|File format|Later editions)/);
    },
  );

  test('explains every value of every enumeration', () => {
    const unexplained = table
      .allFields()
      .flatMap(({ path, values }) =>
        values.filter(({ meaning }) => meaning.length < 8).map(({ value }) => `${path}: ${value}`),
      );
    expect(unexplained).toEqual([]);
  });

  test('names only values that exist where it calls one weak, recommended, allowed for GM, or known by another name', () => {
    const wrong = schemas.flatMap(([path, at]) => {
      const values = at['enum'] as readonly string[] | undefined;
      if (values === undefined) return [];
      const gm = (at['x-gm'] ?? {}) as { only?: readonly string[] };
      const named = [
        ...Object.keys(at['x-weak'] ?? {}),
        ...Object.keys(at['x-disables'] ?? {}),
        at['x-recommended'],
        ...Object.values(at['x-aliases'] ?? {}),
        ...(gm.only ?? []),
      ];
      return named
        .filter((value) => value !== undefined && !values.includes(value as string))
        .map((value) => `${path}: ${String(value)}`);
    });
    expect(wrong).toEqual([]);
  });

  test('names fields and values that exist where values need another field', () => {
    const wrong = table.allFields().flatMap(({ path, values, onlyWhile }) => {
      if (onlyWhile === undefined) return [];
      const decisive = table.factsAt(onlyWhile.field)?.values ?? [];
      const unknown = [
        ...onlyWhile.are.filter((each) => !decisive.some(({ value }) => value === each)),
        ...(onlyWhile.values ?? []).filter((each) => !values.some(({ value }) => value === each)),
      ];
      return unknown.map((value) => `${path}: ${value}`);
    });
    expect(wrong).toEqual([]);
  });

  test('names members that exist where the service splits the items of a list', () => {
    const wrong = table
      .allFields()
      .flatMap(({ path, split, items, newer }) =>
        split === undefined || newer !== undefined
          ? []
          : [split.by, split.into, split.number]
              .filter((key) => items?.properties.has(key) !== true)
              .map((key) => `${path}: ${key}`),
      );
    expect(wrong).toEqual([]);
  });

  test('says for every field that is sent when a change takes effect', () => {
    const body = table.fieldWithRole('body');
    const silent = table
      .allFields()
      .filter(
        ({ path, type, effects, items }) =>
          path.startsWith(`${body.path}/`) &&
          type !== 'object' &&
          items === undefined &&
          Object.keys(effects).length === 0 &&
          !path.endsWith('/*'),
      );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test('has the tables of the API page, field by field', () => {
    const keysAt = (path: string): string[] =>
      [...(table.factsAt(path)?.properties.values() ?? [])]
        .filter(({ newer }) => newer === undefined)
        .map(({ key }) => key);
    expect(keysAt('/vpn_connection')).toEqual([
      'name',
      'cgw_id',
      'peer_subnets',
      'tunnel_local_address',
      'tunnel_peer_address',
      'psk',
      'policy_rules',
      'ikepolicy',
      'ipsecpolicy',
    ]);
    expect(keysAt('/vpn_connection/policy_rules/0')).toEqual([
      'rule_index',
      'source',
      'destination',
    ]);
    expect(keysAt('/vpn_connection/ikepolicy')).toEqual([
      'ike_version',
      'phase1_negotiation_mode',
      'authentication_algorithm',
      'encryption_algorithm',
      'dh_group',
      'lifetime_seconds',
      'local_id_type',
      'local_id',
      'peer_id_type',
      'peer_id',
      'dpd',
    ]);
    expect(keysAt('/vpn_connection/ikepolicy/dpd')).toEqual(['timeout', 'interval', 'msg']);
    expect(keysAt('/vpn_connection/ipsecpolicy')).toEqual([
      'authentication_algorithm',
      'encryption_algorithm',
      'pfs',
      'transform_protocol',
      'lifetime_seconds',
      'encapsulation_mode',
    ]);
  });
});
