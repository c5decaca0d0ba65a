// Anchors over the built server.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  DefinitionRequest,
  DocumentHighlightRequest,
  LinkedEditingRangeRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
} from 'vscode-languageserver-protocol/node';
import { LspClient } from '../support/lspClient';

const uri = 'file:///site-a.vpnconn.yaml';
const textDocument = { uri };
const position = { line: 1, character: 4 };
const anchor = { start: { line: 0, character: 6 }, end: { line: 0, character: 7 } };
const alias = { start: { line: 1, character: 4 }, end: { line: 1, character: 5 } };

describe('a client', () => {
  let client: LspClient;
  beforeEach(async () => {
    client = await LspClient.start();
    await client.open(uri, 'x-a: &a 1\nb: *a\n');
  });
  afterEach(async () => {
    expect(await client.stop()).toBe(0);
  });

  test('finds the anchor of an alias, and all that mean it', async () => {
    const at = { textDocument, position };
    const { connection, initialized } = client;
    expect(initialized.capabilities).toMatchObject({
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      renameProvider: { prepareProvider: true },
      linkedEditingRangeProvider: true,
    });
    expect(await connection.sendRequest(DefinitionRequest.type, at)).toEqual({
      uri,
      range: anchor,
    });
    const context = { includeDeclaration: true };
    expect(await connection.sendRequest(ReferencesRequest.type, { ...at, context })).toHaveLength(
      2,
    );
    expect(await connection.sendRequest(DocumentHighlightRequest.type, at)).toEqual([
      { range: anchor, kind: 3 },
      { range: alias, kind: 2 },
    ]);
    expect(await connection.sendRequest(LinkedEditingRangeRequest.type, at)).toMatchObject({
      ranges: [anchor, alias],
    });
  });

  test('renames it, and is told why not', async () => {
    const { connection } = client;
    const at = { textDocument, position };
    expect(await connection.sendRequest(PrepareRenameRequest.type, at)).toEqual(alias);
    expect(await connection.sendRequest(RenameRequest.type, { ...at, newName: 'b' })).toEqual({
      changes: {
        [uri]: [
          { range: anchor, newText: 'b' },
          { range: alias, newText: 'b' },
        ],
      },
    });
    await expect(
      connection.sendRequest(RenameRequest.type, { ...at, newName: 'b c' }),
    ).rejects.toMatchObject({ code: -32803, message: expect.stringMatching(/white space/) });
  });

  test('is left to itself elsewhere', async () => {
    const at = { textDocument, position: { line: 1, character: 0 } };
    const { connection } = client;
    expect(await connection.sendRequest(DefinitionRequest.type, at)).toBeNull();
    expect(await connection.sendRequest(DocumentHighlightRequest.type, at)).toBeNull();
    expect(await connection.sendRequest(PrepareRenameRequest.type, at)).toBeNull();
    expect(await connection.sendRequest(LinkedEditingRangeRequest.type, at)).toBeNull();
  });
});
