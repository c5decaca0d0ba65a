// The gate to the table: every feature asks here for facts, none reads the schema file itself.
import tableJson from '../../../../schemas/vpnconn-update.schema.json';
import regions from '../../../../schemas/regions.json';
import { follow, type Pointer } from '../document/pointer';
import type { FieldFacts, FieldRole } from './facts';
import { FactsReader } from './readFacts';
import type { TableSchema } from './jsonSchema';

/** The facts of the whole file format, and the ways to find a field in them. */
export interface Table {
  readonly root: FieldFacts;
  readonly page: TableSchema['x-page'];
  readonly request: TableSchema['x-request'];
  /** Facts of the value at `pointer`; nothing for a place that the table does not know. */
  factsAt(pointer: Pointer): FieldFacts | undefined;
  /** The field that plays a part in the request, by its role. */
  fieldWithRole(role: FieldRole): FieldFacts;
  /** Whether a key at the top is a place for values that anchors share, never sent. */
  isForSharedValues(key: string): boolean;
  /** Every field, containers before their contents. */
  allFields(): readonly FieldFacts[];
}

/** The table of this version of the extension. It is data, so it is read once and shared. */
export const table: Table = readTable(tableJson as unknown as TableSchema);

/** Reads a table from its schema. */
export function readTable(schema: TableSchema): Table {
  const root = new FactsReader(schema, { regions }).read(schema, '', '');
  const fields = [...eachField(root)];
  const byRole = new Map(
    fields.flatMap((facts) => (facts.role === undefined ? [] : [[facts.role, facts] as const])),
  );
  const shared = Object.keys(schema.patternProperties).map((pattern) => new RegExp(pattern, 'u'));
  return {
    root,
    page: schema['x-page'],
    request: schema['x-request'],
    factsAt: (pointer) => follow(pointer, root, step),
    fieldWithRole: (role) => {
      const facts = byRole.get(role);
      if (facts === undefined) throw new Error(`The table has no field with the role ${role}.`);
      return facts;
    },
    isForSharedValues: (key) => shared.some((pattern) => pattern.test(key)),
    allFields: () => fields,
  };
}

function step(facts: FieldFacts, segment: string): FieldFacts | undefined {
  if (facts.items === undefined) return facts.properties.get(segment);
  // A key in the place of an item is no item; the path of a field has a star there.
  return /^(?:\d+|\*)$/.test(segment) ? facts.items : undefined;
}

function* eachField(facts: FieldFacts): Generator<FieldFacts> {
  yield facts;
  for (const property of facts.properties.values()) yield* eachField(property);
  if (facts.items !== undefined) yield* eachField(facts.items);
}
