// The embedded sandbox as the suites use it: through its own pages, like anybody on this machine.
import * as vscode from 'vscode';
import type { LoggedRequest } from '../../../client/src/sandbox/requestLog';
import { answering } from './answers';

/** Does `work` with the sandbox running and selected, and stops it afterwards. */
export async function withSandbox(work: (endpoint: string) => Promise<void>): Promise<void> {
  const { result: endpoint } = await answering({}, () =>
    vscode.commands.executeCommand<string>('vpnconn.startSandbox'),
  );
  try {
    await work(endpoint);
  } finally {
    await answering({}, () => vscode.commands.executeCommand('vpnconn.stopSandbox'));
  }
}

/** What the sandbox has been asked. */
export async function requestsOf(endpoint: string): Promise<readonly LoggedRequest[]> {
  const response = await fetch(`${endpoint}/__sandbox/log`);
  const { requests } = (await response.json()) as { requests: readonly LoggedRequest[] };
  return requests;
}

/** Makes the next answer to an update go wrong. */
export async function misbehave(endpoint: string, how: object): Promise<void> {
  const response = await fetch(`${endpoint}/__sandbox/misbehave`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(how),
  });
  if (!response.ok) throw new Error(`misbehave: ${await response.text()}`);
}
