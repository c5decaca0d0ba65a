// Starts editor windows as processes, from one bundle.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'esbuild';
import { poll } from '../poll';

/** When a window kills itself: at the n-th call of a kind. */
export interface Death {
  readonly call: string;
  readonly count: number;
  readonly when: 'before' | 'during' | 'after';
}

/** What a window is told at its start. */
export interface WindowSetup {
  /** The folder of the records. */
  readonly root: string;
  readonly origin: string;
  readonly document: string;
  /** When time began to run fast, in milliseconds since 1970, and how fast. */
  readonly begin: number;
  readonly speed: number;
  /** Whether it sends the document with automatic rollback after a minute. */
  readonly applies: boolean;
  readonly death?: Death;
}

export interface ProcessWindow {
  /** What it has told so far. */
  readonly lines: readonly string[];
  /** It has started and taken part once. */
  ready(): Promise<unknown>;
  /** By which signal or code it has ended. */
  readonly ended: Promise<unknown>;
  kill(): void;
}

/** Bundles the window below `folder`. */
export async function bundleWindow(folder: string): Promise<string> {
  const outfile = join(folder, 'window.mjs');
  await build({
    entryPoints: ['test/support/client/processWindow.ts'],
    ...{ outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' },
    // Some dependencies are CommonJS.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return outfile;
}

export function startWindow(bundle: string, setup: WindowSetup): ProcessWindow {
  const env = { ...process.env, VPNCONN_WINDOW: JSON.stringify(setup) };
  const child = spawn(process.execPath, [bundle], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const lines = () => text.split('\n').slice(0, -1);
  return {
    get lines() {
      return lines();
    },
    ready: () => poll('the window', () => lines().includes('ready') || undefined, 30_000),
    ended: once(child, 'exit').then(([code, signal]: (string | number | null)[]) => signal ?? code),
    kill: () => void child.kill('SIGKILL'),
  };
}
