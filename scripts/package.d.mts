/** Packs what `.vscodeignore` lets through into `vsix`. */
export function packageExtension(root: string, vsix: string): Promise<void>;

/** What is wrong with a package, as sentences; empty when nothing is. */
export function problemsOf(
  vsix: string,
  expectedFiles: readonly string[],
  limits?: { readonly vsix: number; readonly server: number },
): Promise<string[]>;

/** The committed list of what belongs in the package. */
export function readFileList(root: string): Promise<string[]>;
