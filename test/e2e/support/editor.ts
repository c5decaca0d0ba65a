// A VS Code server with the extension, and a browser to open its windows with.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { chromium } from 'playwright-core';
import { startCodeServer, writeSettings } from '../../../scripts/vscode/codeServer.mjs';
import type { CodeServer } from '../../../scripts/vscode/codeServer.mjs';
import { context } from './context';
import { Workbench } from './workbench';

/** How an editor is started. */
export interface EditorOptions {
  readonly workspaceTrust?: 'on' | 'off';
  /** Settings of the user. */
  readonly user?: object;
  /** Settings of the machine, which no workspace can change. */
  readonly machine?: object;
  /** Added to the environment of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** Extensions to load; by default the one installed from the VSIX. */
  readonly extensionsFolder?: string;
}

/** What a window is opened with. */
export interface WindowOptions {
  /** Files of the workspace, path to content. */
  readonly files?: Readonly<Record<string, string>>;
  /** Named values that the workbench of a browser accepts, for example to run tests. */
  readonly payload?: readonly (readonly [string, string])[];
  /** Size of the window, and how many pixels of the picture each of its pixels becomes. */
  readonly size?: { readonly width: number; readonly height: number; readonly scale: number };
}

const usualSize = { width: 1280, height: 800, scale: 1 };

const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** An editor that runs; each window has a workspace and a browser profile of its own. */
export class Editor {
  readonly #folder: string;
  readonly #server: CodeServer;
  readonly #browser: Browser;
  #windows = 0;

  private constructor(folder: string, server: CodeServer, browser: Browser) {
    this.#folder = folder;
    this.#server = server;
    this.#browser = browser;
  }

  static async start(options: EditorOptions = {}): Promise<Editor> {
    const folder = await mkdtemp(join(tmpdir(), 'vpnconn-e2e-'));
    const dataFolder = join(folder, 'data');
    const { user = {}, machine = {} } = options;
    // Requests in the background would be among those that a test counts; one test is about them.
    const quiet = { 'vpnconn.completion.liveAccount': false, ...machine };
    await writeSettings(dataFolder, { user, machine: quiet });
    const server = await startCodeServer(context.editor, {
      dataFolder,
      extensionsFolder: options.extensionsFolder ?? context.extensionsFolder,
      workspaceTrust: options.workspaceTrust ?? 'off',
      env: options.env ?? {},
    });
    const browser = await chromium.launch({
      executablePath: context.chromium,
      args: browserArguments,
    });
    return new Editor(folder, server, browser);
  }

  /** Opens a window on the examples of the repository and the given files. */
  async open(options: WindowOptions = {}): Promise<Workbench> {
    const { files = {}, payload = [], size = usualSize } = options;
    const workspace = join(this.#folder, `window-${++this.#windows}`, 'examples');
    await cp(join(context.root, 'schemas/examples'), workspace, { recursive: true });
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(workspace, path)), { recursive: true });
      await writeFile(join(workspace, path), text);
    }
    const page = await (await this.#newProfile(size)).newPage();
    const extra =
      payload.length > 0 ? `&payload=${encodeURIComponent(JSON.stringify(payload))}` : '';
    await page.goto(`${this.#server.addressOf(workspace)}${extra}`);
    const workbench = new Workbench(page, workspace);
    await workbench.ready();
    return workbench;
  }

  /** The address of a file of this machine, as the windows of this editor name it. */
  uriOf(path: string): string {
    return `vscode-remote://${new URL(this.#server.origin).host}${path}`;
  }

  /** Copies the log files of the editor and its extensions, and what the server has printed. */
  async keepLogs(folder: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'server.log'), this.#server.output());
    await cp(join(this.#folder, 'data/logs'), join(folder, 'logs'), { recursive: true }).catch(
      () => undefined,
    );
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #newProfile({ width, height, scale }: typeof usualSize): Promise<BrowserContext> {
    return this.#browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: scale,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
  }
}
