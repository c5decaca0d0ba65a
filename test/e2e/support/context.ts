// What scripts/e2e.mjs has prepared for the suites.
import type { InstalledEditor } from '../../../scripts/vscode/install.mjs';

/** Everything that had to be installed, built or decided before the first test. */
export interface E2eContext {
  readonly editor: InstalledEditor;
  /** Path of the browser. */
  readonly chromium: string;
  /** The repository. */
  readonly root: string;
  /** Holds the extension, installed from its VSIX. */
  readonly extensionsFolder: string;
  /** The module with the suites that run inside the extension host. */
  readonly hostSuites: string;
  /** Whether the pictures of the README are taken anew instead of testing. */
  readonly screenshots: boolean;
}

export const context = read();

function read(): E2eContext {
  const text = process.env['VPNCONN_E2E'];
  if (text === undefined)
    throw new Error('These tests need an editor: start them with npm run test:e2e.');
  return JSON.parse(text) as E2eContext;
}
