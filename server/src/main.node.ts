// The language server as a Node program: `node dist/server.js --stdio`, or a child of the extension
// host, which speaks over the channel between the two processes (`--node-ipc`).
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import { requestCancelled } from './lsp/guard';
import type { Runtime } from './lsp/runtime';
import { startServer } from './lsp/server';
import { optimizeReluctantly } from './optimizing';
import { keepYoungGeneration } from './youngGeneration';

/**
 * Turns of the loop until what is not waited for begins: so those go first that came together with the
 * present message, and their answers are out before the work begins. In `vscode-jsonrpc` the queue hands
 * over one message in each turn, and the writer waits for the next turn before it writes an answer. The
 * fourth message behind the present one is answered in the fifth turn; editors send hardly more at once.
 */
const turnsOfOtherMessages = 6;

/** How often the server looks whether its client still runs. */
const parentCheckMilliseconds = 3000;

const runtime: Runtime = {
  startTimer: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  runLater: (run) => {
    afterTurns(turnsOfOtherMessages, run);
  },
  warmedUp: optimizeReluctantly,
  exit: (code) => process.exit(code),
  exitWith: (processId) => {
    setInterval(() => {
      if (!isRunning(processId)) process.exit(1);
    }, parentCheckMilliseconds).unref();
  },
};

keepYoungGeneration();
startServer(openConnection(), runtime);

function openConnection(): MessageConnection {
  const usesIpc = process.argv.includes('--node-ipc');
  const reader = usesIpc ? new IPCMessageReader(process) : new StreamMessageReader(process.stdin);
  const writer = usesIpc ? new IPCMessageWriter(process) : new StreamMessageWriter(process.stdout);
  return createMessageConnection(reader, writer, undefined, {
    connectionStrategy: {
      // A request that still waits in the queue when it is cancelled costs nothing any more.
      cancelUndispatched: ({ jsonrpc }) => ({
        jsonrpc,
        id: null,
        error: { code: requestCancelled, message: 'cancelled' },
      }),
    },
  });
}

function afterTurns(left: number, run: () => void): void {
  setImmediate(() => {
    if (left === 1) run();
    else afterTurns(left - 1, run);
  });
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}
