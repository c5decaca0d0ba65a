// The language server as a Node program: `node dist/server.js --stdio`, or started by the extension.
import { createConnection } from 'vscode-languageserver/node';
import { startServer } from './lsp/server';

startServer(createConnection(), {
  startTimer: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
});
