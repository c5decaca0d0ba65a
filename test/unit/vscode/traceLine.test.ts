// No content of a message reaches the trace, whatever the library hands over.
import { describe, expect, test } from 'vitest';
import { traceLine } from '../../../client/src/vscode/server/traceLine';

const secret = 'Correct-Horse/42';

describe('traceLine', () => {
  test.each([
    ["Sending request 'textDocument/hover - (4)'.", undefined],
    ["Sending notification 'textDocument/didChange'.", undefined],
    ["Received notification '$/logTrace'.", undefined],
    ["Received response 'textDocument/hover - (4)' in 3ms.", undefined],
    ["Sending response 'client/registerCapability - (0)'. Processing request took 1ms.", undefined],
    [
      `Received response 'vpnconn/prepareUpdate - (7)' in 12ms. Request failed: cannot read ${secret} (-32603).`,
      "Received response 'vpnconn/prepareUpdate - (7)' in 12ms. Request failed (-32603).",
    ],
  ])('keeps the name: %s', (text, expected) => {
    expect(traceLine(text)).toBe(expected ?? text);
  });

  test('drops parameters and results below the line', () => {
    const text = `Sending notification 'textDocument/didOpen'.\nParams: {\n  "text": "psk: ${secret}"\n}`;
    expect(traceLine(text)).toBe("Sending notification 'textDocument/didOpen'.");
  });

  test('does not take a line of the parameters for the end of a failure', () => {
    const text = `Received response 'a/b - (1)' in 1ms.\nResult: "Request failed: ${secret} (1)."`;
    expect(traceLine(text)).not.toContain(secret);
  });

  test.each([
    `{"isLSPMessage":true,"type":"send-notification","message":{"params":{"text":"psk: ${secret}"}}}`,
    `psk: ${secret}`,
    `Sending request '${secret} with a blank - (4)'.`,
    'Received response 5 without active response promise.',
    '',
  ])('drops what is not such a line: %s', (text) => {
    expect(traceLine(text)).toBeUndefined();
  });
});
