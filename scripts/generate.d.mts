// Types of the list of generated files, for the test that compares them.

/** Every generated file with the function that makes its text. */
export declare const generated: readonly {
  readonly file: URL;
  readonly build: () => string | Promise<string>;
}[];
