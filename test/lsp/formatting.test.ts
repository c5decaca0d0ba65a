// Formatting as the built server offers it.
import { afterEach, describe, expect, test } from 'vitest';
import {
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentRangesFormattingRequest,
} from 'vscode-languageserver-protocol/node';
import { LspClient } from '../support/lspClient';
import { updateText } from '../support/updateText';

const uri = 'file:///site-a.vpnconn.yaml';
const textDocument = { uri };
const options = { tabSize: 2, insertSpaces: true };

/** The edit of the blanks in front of a value on `line`, from column `start` to column `end`. */
const oneBlank = (line: number, start: number, end: number) => ({
  range: { start: { line, character: start }, end: { line, character: end } },
  newText: ' ',
});

/** The range of one whole line. */
const lineRange = (line: number) => ({
  start: { line, character: 0 },
  end: { line: line + 1, character: 0 },
});

describe('a client', () => {
  let client: LspClient;
  afterEach(async () => {
    expect(await client.stop()).toBe(0);
  });

  test('gets the edits that format a file, or a part of it', async () => {
    client = await LspClient.start();
    expect(client.initialized.capabilities).toMatchObject({
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
    });
    await client.open(uri, updateText('name:  a\npsk:   !secret a'));
    const whole = await client.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument,
      options,
    });
    expect(whole).toEqual([oneBlank(3, 7, 9), oneBlank(4, 6, 9)]);
    const part = await client.connection.sendRequest(DocumentRangeFormattingRequest.type, {
      textDocument,
      range: lineRange(3),
      options,
    });
    expect(part).toEqual([oneBlank(3, 7, 9)]);
  });

  test('that can, formats several ranges at once', async () => {
    client = await LspClient.start({
      capabilities: { textDocument: { rangeFormatting: { rangesSupport: true } } },
    });
    expect(client.initialized.capabilities.documentRangeFormattingProvider).toEqual({
      rangesSupport: true,
    });
    await client.open(uri, updateText('name:  a\ncgw_id:   b\npsk:   !secret a'));
    const edits = await client.connection.sendRequest(DocumentRangesFormattingRequest.type, {
      textDocument,
      ranges: [lineRange(5), lineRange(3)],
      options,
    });
    expect(edits).toEqual([oneBlank(3, 7, 9), oneBlank(5, 6, 9)]);
  });

  test('gets no edits for a file that is not open', async () => {
    client = await LspClient.start();
    const edits = await client.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument,
      options,
    });
    expect(edits).toEqual([]);
  });
});
