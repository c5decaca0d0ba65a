// An editor and a sandbox for the tests of one file.
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import type { LoggedRequest } from '../../../client/src/sandbox/requestLog';
import type { Sandbox } from '../../../client/src/sandbox/startSandbox';
import { startSandbox } from '../../../client/src/sandbox/startSandbox';
import type { EditorOptions, WindowOptions } from './editor';
import { Editor } from './editor';
import { keepEvidence } from './evidence';
import type { Workbench } from './workbench';

/** What the tests of a file share. */
export interface EditorFixture {
  /** Opens a window; it is closed after the test. */
  open(options?: WindowOptions): Promise<Workbench>;
  readonly sandbox: Sandbox;
  /** The requests of one method that the sandbox has seen in this test. */
  requests(method: LoggedRequest['method']): readonly LoggedRequest[];
}

/**
 * Starts an editor whose target is a sandbox, by its machine settings, with credentials in the
 * environment: the way in which `npm start` does it.
 */
export function useEditor(options: EditorOptions = {}): EditorFixture {
  let editor: Editor | undefined;
  let sandbox: Sandbox | undefined;
  let windows: Workbench[] = [];

  beforeAll(async () => {
    sandbox = await startSandbox({ settleMs: 300 });
    const { accessKey, secretKey } = demoCredentials.accessKey;
    editor = await Editor.start({
      ...options,
      machine: { 'vpnconn.endpoint': sandbox.endpoint, ...options.machine },
      env: { HUAWEICLOUD_SDK_AK: accessKey, HUAWEICLOUD_SDK_SK: secretKey, ...options.env },
    });
  });
  beforeEach(() => sandbox?.reset());
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepEvidence(task.name, windows.at(-1), editor);
    for (const window of windows) await window.close();
    windows = [];
  });
  afterAll(async () => {
    await editor?.stop();
    await sandbox?.close();
  });

  const started = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('used outside of a test');
    return value;
  };
  return {
    open: async (windowOptions) => {
      const window = await started(editor).open(windowOptions);
      windows.push(window);
      return window;
    },
    get sandbox() {
      return started(sandbox);
    },
    requests: (method) => started(sandbox).requests.filter((each) => each.method === method),
  };
}
