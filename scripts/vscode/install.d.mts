import type { EditorVersion } from './versions.mjs';

/** A VS Code that is ready to start. */
export interface InstalledEditor {
  /** Version of VS Code. */
  readonly vscode: string;
  /** The Node.js program to run it with. */
  readonly node: string;
  /** The script that starts it. */
  readonly entry: string;
}

export const cacheFolder: string;

export function installEditor(version: EditorVersion, cache?: string): Promise<InstalledEditor>;
