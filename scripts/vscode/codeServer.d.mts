import type { InstalledEditor } from './install.mjs';

/** How a server is started. */
export interface ServerOptions {
  /** Settings and state; one folder for each server. */
  readonly dataFolder: string;
  readonly extensionsFolder: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly workspaceTrust?: 'on' | 'off';
  /** Added to the environment of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A server that runs. */
export interface CodeServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** The address that opens a folder. */
  addressOf(folder: string): string;
  /** What it has printed. */
  output(): string;
  readonly ended: Promise<unknown>;
  /** Ends it and all its extension hosts. */
  stop(): Promise<void>;
}

export function writeSettings(
  dataFolder: string,
  settings: { readonly user?: object; readonly machine?: object },
): Promise<void>;

export function installVsix(
  editor: InstalledEditor,
  what: { readonly vsix: string; readonly dataFolder: string; readonly extensionsFolder: string },
): Promise<void>;

export function startCodeServer(
  editor: InstalledEditor,
  options: ServerOptions,
): Promise<CodeServer>;
