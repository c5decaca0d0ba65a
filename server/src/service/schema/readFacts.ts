// From the keywords of the schema to field facts: follows references, merges `allOf`, fills in
// what is absent.
import { knownBlock } from '../address/ipv4';
import type { AddressFacts, Effect, FieldFacts, GmFacts, KnownBlock, ValueFacts } from './facts';
import type { AddressSchema, FieldSchema, GmSchema, TableSchema } from './jsonSchema';

/** Lists of values that stand in files of their own, by the name that `x-suggestions-from` uses. */
export interface SuggestionLists {
  readonly regions: Readonly<Record<string, string>>;
}

/** Reads the facts of one table. */
export class FactsReader {
  readonly #table: TableSchema;
  readonly #lists: SuggestionLists;

  constructor(schema: TableSchema, lists: SuggestionLists) {
    this.#table = schema;
    this.#lists = lists;
  }

  /** Facts of `schema`, which stands at `path` under the name `key`, and of everything below it. */
  read(schema: FieldSchema, path: string, key: string): FieldFacts {
    const flat = this.#flatten(schema);
    const properties = new Map(
      Object.entries(flat.properties ?? {}).map(([name, property]) => [
        name,
        this.read(property, `${path}/${name}`, name),
      ]),
    );
    return {
      path,
      key,
      type: flat.type ?? 'string',
      title: flat.title ?? key,
      description: flat.description ?? '',
      source: flat['x-source'] ?? '',
      properties,
      required: flat.required ?? [],
      ...(flat.items && { items: this.read(flat.items, `${path}/*`, key) }),
      values: readValues(flat),
      suggestions: this.#readSuggestions(flat),
      effects: this.#readEffects(flat['x-effect']),
      ...this.#readOtherSide(flat['x-other-side']),
      suggested: flat.doNotSuggest !== true,
      ...readLimits(flat),
      ...readExtras(flat),
    };
  }

  /** `schema` with its references and `allOf` parts merged under its own keywords. */
  #flatten(schema: FieldSchema): FieldSchema {
    const parts = [
      ...(schema.allOf ?? []),
      ...(schema.$ref === undefined ? [] : [this.#resolve(schema.$ref)]),
    ];
    return parts.reduceRight<FieldSchema>(
      (own, part) => ({ ...this.#flatten(part), ...own }),
      schema,
    );
  }

  #resolve(reference: string): FieldSchema {
    const name = reference.replace('#/definitions/', '');
    const definition = this.#table.definitions[name];
    if (definition === undefined)
      throw new Error(`The table refers to ${reference}, which it does not define.`);
    return definition;
  }

  #readEffects(effect: FieldSchema['x-effect']): Readonly<Record<string, Effect>> {
    const byVersion = typeof effect === 'string' ? { any: effect } : (effect ?? {});
    return Object.fromEntries(
      Object.entries(byVersion).map(([version, id]) => {
        const known = this.#table['x-effects'][id];
        if (known === undefined)
          throw new Error(`The table refers to the effect ${id}, which it does not define.`);
        return [version, { id, ...known }];
      }),
    );
  }

  #readOtherSide(id: string | undefined): Pick<FieldFacts, 'otherSide'> {
    if (id === undefined) return {};
    const otherSide = this.#table['x-other-sides'][id];
    if (otherSide === undefined)
      throw new Error(`The table refers to ${id} of the other side, which it does not define.`);
    return { otherSide };
  }

  #readSuggestions(schema: FieldSchema): readonly ValueFacts[] {
    const list =
      schema['x-suggestions-from'] === undefined ? {} : this.#lists[schema['x-suggestions-from']];
    const all = { ...list, ...schema['x-suggestions'] };
    return Object.entries(all).map(([value, meaning]) => ({ value, meaning }));
  }
}

function readValues(schema: FieldSchema): readonly ValueFacts[] {
  return (schema.enum ?? []).map((value, index) => {
    const weak = dictionary(schema['x-weak'])[value];
    return {
      value,
      meaning: schema.markdownEnumDescriptions?.[index] ?? '',
      ...(weak !== undefined && { weak }),
    };
  });
}

function readLimits(schema: FieldSchema): Partial<FieldFacts> {
  return defined({
    maxItems: schema.maxItems,
    minimum: schema.minimum,
    maximum: schema.maximum,
    minLength: schema.minLength,
    maxLength: schema.maxLength,
    pattern: schema.pattern,
    patternMessage: schema.patternErrorMessage,
  });
}

type Extras = Pick<
  FieldFacts,
  | 'examples'
  | 'sensitive'
  | 'secretTags'
  | 'disables'
  | 'refusedKeys'
  | 'refusedValues'
  | 'aliases'
  | 'ignoresCase'
> &
  Partial<FieldFacts>;

function readExtras(schema: FieldSchema): Extras {
  const serverDefault = schema['x-server-default'];
  return {
    examples: schema.examples ?? [],
    sensitive: schema['x-sensitive'] === true,
    secretTags: schema['x-secret-tags'] ?? [],
    disables: dictionary(schema['x-disables']),
    refusedKeys: dictionary(schema['x-refused-keys']),
    refusedValues: dictionary(schema['x-refused-values']),
    aliases: dictionary(schema['x-aliases']),
    ignoresCase: schema['x-ignore-case'] === true,
    ...defined({
      unit: schema['x-unit'],
      serverDefault: serverDefault === undefined ? undefined : String(serverDefault),
      recommended: schema['x-recommended'],
      gm: schema['x-gm'] && readGm(schema['x-gm']),
      unique: schema['x-unique'],
      split: schema['x-split'],
      onlyWhile: schema['x-only-while'],
      address: schema['x-address'] && readAddress(schema['x-address']),
      characters: schema['x-characters'],
      form: schema['x-form'],
      between: schema['x-between'],
      role: schema['x-role'],
      newer: schema['x-newer'],
      live: schema['x-live'],
      names: schema['x-names'],
    }),
  };
}

function readGm(gm: GmSchema): GmFacts {
  return 'only' in gm ? { kind: 'values', ...gm } : { kind: 'immutable' };
}

/** Blocks are parsed here once, and not by every rule at every keystroke. */
function readAddress({
  kind,
  within,
  reserved = [],
  specialUse = {},
  prefixLength,
}: AddressSchema): AddressFacts {
  const known = (text: string): KnownBlock => ({ text, ...knownBlock(text) });
  return {
    kind,
    reserved: reserved.map(known),
    specialUse: Object.entries(specialUse).map(([text, use]) => ({ use, ...known(text) })),
    ...defined({ within: within === undefined ? undefined : known(within), prefixLength }),
  };
}

/** A record that is asked for words of a file: without a prototype, `constructor` is not in it. */
function dictionary(record: Readonly<Record<string, string>> | undefined): Record<string, string> {
  return Object.assign(Object.create(null) as Record<string, string>, record);
}

/** Only the keys that have a value: an absent fact is an absent key. */
function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
