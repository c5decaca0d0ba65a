// The keywords that the table uses: JSON Schema draft-07 plus our own, declared in
// schemas/vocabulary.schema.json.
import type { LiveResourceKind } from '../../protocol/liveResources';
import type { Condition, SplitItems } from '../../protocol/valueMeaning';
import type { CharacterFacts, Effect, FieldRole, FieldType, GmValues } from './facts';

/** The keyword `x-address`; blocks are texts in CIDR notation. */
export interface AddressSchema {
  readonly kind: 'network' | 'interface';
  readonly within?: string;
  readonly reserved?: readonly string[];
  /** Block to what it is used for. */
  readonly specialUse?: Readonly<Record<string, string>>;
  readonly prefixLength?: number;
}

/** The keyword `x-gm`. */
export type GmSchema = Omit<GmValues, 'kind'> | { readonly immutable: true };

/** One schema of the table. */
export interface FieldSchema {
  readonly $ref?: string;
  readonly allOf?: readonly FieldSchema[];
  readonly type?: FieldType;
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly items?: FieldSchema;
  readonly maxItems?: number;
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly patternErrorMessage?: string;
  readonly examples?: readonly (string | number)[];
  readonly doNotSuggest?: boolean;
  readonly 'x-source'?: string;
  readonly 'x-unit'?: string;
  readonly 'x-server-default'?: string | number;
  readonly 'x-sensitive'?: boolean;
  readonly 'x-secret-tags'?: readonly string[];
  readonly 'x-weak'?: Readonly<Record<string, string>>;
  readonly 'x-disables'?: Readonly<Record<string, string>>;
  readonly 'x-recommended'?: string;
  readonly 'x-gm'?: GmSchema;
  readonly 'x-unique'?: true;
  readonly 'x-split'?: SplitItems;
  readonly 'x-only-while'?: Condition;
  readonly 'x-address'?: AddressSchema;
  readonly 'x-characters'?: CharacterFacts;
  readonly 'x-form'?: 'uuid';
  readonly 'x-role'?: FieldRole;
  readonly 'x-effect'?: string | Readonly<Record<string, string>>;
  readonly 'x-other-side'?: string;
  readonly 'x-live'?: string;
  readonly 'x-names'?: LiveResourceKind;
  readonly 'x-refused-keys'?: Readonly<Record<string, string>>;
  readonly 'x-refused-values'?: Readonly<Record<string, string>>;
  readonly 'x-between'?: string;
  readonly 'x-aliases'?: Readonly<Record<string, string>>;
  readonly 'x-newer'?: string;
  readonly 'x-ignore-case'?: boolean;
  readonly 'x-suggestions'?: Readonly<Record<string, string>>;
  readonly 'x-suggestions-from'?: 'regions';
}

/** The whole table: a schema with definitions, effects and the shape of the request. */
export interface TableSchema extends FieldSchema {
  readonly definitions: Readonly<Record<string, FieldSchema>>;
  /** Patterns of the keys at the top that hold values for anchors. */
  readonly patternProperties: Readonly<Record<string, FieldSchema>>;
  readonly 'x-effects': Readonly<Record<string, Omit<Effect, 'id'>>>;
  readonly 'x-other-sides': Readonly<Record<string, string>>;
  readonly 'x-page': { readonly title: string; readonly date: string; readonly url: string };
  readonly 'x-request': { readonly method: 'PUT'; readonly path: string; readonly body: string };
}
