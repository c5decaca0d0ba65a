// An exception quotes what was worked on; the log must not.
import { describe, expect, test } from 'vitest';
import { clientMessage, serverErrorLine } from '../../../client/src/vscode/server/serverOutput';

describe('serverErrorLine', () => {
  test.each([
    '    at parse (/extension/dist/server.js:1:2345)',
    'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
    'Node.js v20.20.2',
    '<--- Last few GCs --->',
  ])('keeps %s', (line) => {
    expect(serverErrorLine(line)).toBe(line);
  });

  test.each([
    ['TypeError: Cannot read psk: Abcd1234', 'TypeError'],
    ['Error', 'Error'],
    ['Uncaught YAMLParseError: bad psk: Abcd1234', 'YAMLParseError'],
  ])('keeps the kind of %s', (line, kind) => {
    expect(serverErrorLine(line)).toBe(kind);
  });

  test.each(['  psk: Abcd1234', 'throw new Error("Abcd1234")', '  ^', ''])('drops %j', (line) => {
    expect(serverErrorLine(line)).toBeUndefined();
  });
});

describe('clientMessage', () => {
  test('keeps the first line, the code and the stack', () => {
    const text = [
      'Request textDocument/hover failed.',
      '  Message: cannot read psk: Abcd1234',
      '  Code: -32603 ',
      'psk: Abcd1234',
      '    at handle (/extension/dist/languageClient.js:1:2)',
    ].join('\n');
    expect(clientMessage(text)).toBe(
      [
        'Request textDocument/hover failed.',
        '  Code: -32603 ',
        '    at handle (/extension/dist/languageClient.js:1:2)',
      ].join('\n'),
    );
  });

  test('leaves a single line as it is', () => {
    expect(clientMessage('Server process exited successfully')).toBe(
      'Server process exited successfully',
    );
  });
});
