/** A VS Code that is tested. */
export interface EditorVersion {
  readonly vscode: string;
  readonly codeServer: string;
  readonly node: number;
  readonly nativeModules: readonly string[];
}

export const oldest: EditorVersion;
export const latest: EditorVersion;
