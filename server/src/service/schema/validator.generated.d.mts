// Types of the generated validator.

/** One violation, as ajv reports it, without message and schema path; `params` name keys only. */
export interface SchemaViolation {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Checks plain data against the table; what is wrong stands in `errors` until the next call. */
declare const validate: {
  (data: unknown): boolean;
  errors?: readonly SchemaViolation[] | null;
};
export default validate;
