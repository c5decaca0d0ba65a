// The request view in colours: each part of the message has scopes of its own.
import { expect, test } from 'vitest';
import { createRedactor } from '../../../client/src/core/redaction/redactor';
import { requestView } from '../../../client/src/core/cloud/requestView';
import { loadGrammar } from './tokenize';

test('notes, request line, headers and body are told apart', async () => {
  const tokenize = await loadGrammar('source.vpnconn-request');
  const view = requestView(
    {
      method: 'PUT',
      url: 'https://vpn.example.com/v5/p/vpn-connection/c',
      headers: { 'X-Sdk-Date': '20261123T000000Z' },
      body: '{"a":["X-Not: a header"]}',
    },
    createRedactor(),
    ['Target: eu-west-101'],
  );
  const scopes = tokenize(view)
    .filter(({ text, scopes: own }) => own.length > 0 && text.trim() !== '')
    .map(({ text, scopes: own }) => [text, own.at(-1)]);
  const ours = (name: string): string => `${name}.vpnconn-request`;
  expect(scopes).toEqual(
    expect.arrayContaining([
      ['# Target: eu-west-101', ours('comment.line.number-sign')],
      ['PUT', ours('keyword.control.method')],
      ['https://vpn.example.com/v5/p/vpn-connection/c', ours('markup.underline.link')],
      ['Host', ours('support.type.property-name')],
      ['vpn.example.com', ours('string.unquoted')],
      ['X-Sdk-Date', ours('support.type.property-name')],
      ['"a"', 'string.quoted.double.json'],
      ['"X-Not: a header"', 'string.quoted.double.json'],
    ]),
  );
});
