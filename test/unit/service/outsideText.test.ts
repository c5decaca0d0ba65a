// Text from files and from the cloud, in everything that the server shows: it is read, and does nothing.
import { describe, expect, test } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-types';
import { parse } from 'yaml';
import type { LiveResource } from '../../../server/src/protocol/liveResources';
import {
  codeActions,
  complete,
  createSnapshot,
  defaultPolicy,
  diagnostics,
  hover,
  inlayHints,
  LiveNames,
  planUpdate,
  readLiveFacts,
  workspaceSymbols,
  writeUpdate,
} from '../../../server/src/service';
import { quoteScalar } from '../../../server/src/service/document/quoteScalar';
import {
  asMarkdown,
  plainMessage,
  plainText,
  visibleText,
} from '../../../server/src/service/features/plainText';
import { invisible, outsideTexts } from '../../support/outsideTexts';
import { markdown } from '../../support/renderMarkdown';
import { connectionId, projectId, updateText } from '../../support/updateText';

const start = { line: 0, character: 0 };
const everything = { start, end: { line: 10_000, character: 0 } };

describe.each(outsideTexts)('%s', (_what, text) => {
  test('is plain text in Markdown', () => {
    const shown = visibleText(text);
    expect(markdown.renderInline(asMarkdown(text))).toBe(markdown.utils.escapeHtml(shown));
    expect(plainText(asMarkdown(text))).toBe(shown);
  });

  test('is on one visible line of a message or title', () => {
    expect(plainMessage(text)).not.toMatch(invisible);
  });

  test('is visible in YAML, and reads back as it was', () => {
    const scalar = quoteScalar(text, 'block');
    expect(scalar).not.toMatch(invisible);
    expect(parse(`k: ${scalar}\n`)).toEqual({ k: text });
  });

  test('is plain text in the plan, and visible in the diff', () => {
    const file = {
      snapshot: createSnapshot(updateText('name: site-b')),
      version: 1,
      policy: defaultPolicy,
    };
    const liveWith = (name: string) => ({
      vpn_connection: { id: connectionId, name, status: text, updated_at: name },
    });
    const time = { now: Date.UTC(2026, 10, 23), offsetMinutes: 0 };
    const input = { live: liveWith(text), earlier: liveWith(`${text}2`), time };
    const result = planUpdate(file, start, input);
    expect(result).toMatchObject({ kind: 'ready' });
    const plans = result.kind === 'ready' ? [result.plan] : [];
    for (const plan of plans) {
      const [heading = ''] = plan.markdown.split('\n');
      expect(markdown.renderInline(heading.slice(2))).toContain(
        markdown.utils.escapeHtml(visibleText(text)),
      );
      expect(markdown.render(plan.markdown)).not.toMatch(/<(?:a|img|script|em|del|s)\b/);
      for (const side of [plan.before, plan.after]) {
        expect(side.replaceAll('\n', '')).not.toMatch(invisible);
      }
    }
  });

  test('is visible beside identifiers, in hints and in suggestions', () => {
    const resource: LiveResource = {
      kind: 'connection',
      id: connectionId,
      name: text,
      status: text,
      addresses: [text],
      listedAt: '14:05',
    };
    const names = new LiveNames([resource]);
    const hints = inlayHints(createSnapshot(updateText('')), everything, new Set(['names']), names);
    const position = { line: 1, character: 'vpn_connection_id: '.length };
    const suggestions = complete(
      createSnapshot(`project_id: ${projectId}\nvpn_connection_id: \n`),
      position,
      { format: 'markdown', snippets: true, triggerSuggest: true },
      { others: [], names },
    );
    const shown = [
      ...hints.flatMap(({ label, tooltip }) => [label as string, tooltip as string]),
      ...suggestions
        .filter(({ detail }) => detail?.includes(connectionId))
        .flatMap(({ label, detail, labelDetails }) => [label, detail, labelDetails?.description]),
    ];
    expect(shown).toHaveLength(5);
    for (const each of shown) expect(each).toContain(visibleText(text));
  });

  test('is visible where the connection contradicts the file', () => {
    const facts = readLiveFacts({
      vpn_connection: { id: connectionId },
      vpn_gateway: { flavor: text },
    });
    const document = updateText('name: a').replace(
      /^(?=vpn_connection:)/m,
      'context: {flavor: GM}\n',
    );
    const snapshot = createSnapshot(document, () => facts);
    const found = [
      ...diagnostics(snapshot, 'file:///a').map(({ message }) => message as string),
      ...codeActions(snapshot, everything, { uri: 'file:///a', storesSecrets: false }).map(
        ({ title }) => title,
      ),
    ];
    expect(found[0]).toContain('The connection itself says');
    for (const each of found) expect(each).not.toMatch(invisible);
  });

  test('is visible in the name of a file', () => {
    const uri = `file:///${encodeURIComponent(text.replace(/\p{Cs}/gu, ''))}.vpnconn.yaml`;
    const [symbol] = workspaceSymbols([[uri, createSnapshot(updateText('name: a'))]], '');
    expect(symbol?.containerName).not.toMatch(invisible);
  });

  test('is no markup in a hover', () => {
    const snapshot = createSnapshot(
      updateText(`name: ${quoteScalar(text, 'block')}\n${quoteScalar(text, 'block')}: 1`),
    );
    const cards = [3, 4].flatMap((line) =>
      [2, 9].map((character) => hover(snapshot, { line, character }, { format: 'markdown' })),
    );
    for (const card of cards) {
      const { value } = (card?.contents ?? { value: '' }) as MarkupContent;
      const hrefs = [...markdown.render(value).matchAll(/<a href="([^"]*)"/g)].map(([, to]) => to);
      expect(hrefs.filter((href) => !ourPages.test(href ?? ''))).toEqual([]);
    }
  });

  test('is visible above a file that was written for somebody', () => {
    const written = writeUpdate({
      notes: [text],
      projectId,
      connectionId,
      body: { vpn_connection: { name: text } },
      secrets: [],
    });
    expect(written.text.replaceAll('\n', '')).not.toMatch(invisible);
  });
});

const ourPages = /^https:\/\/(?:github\.com\/vpnconn\/|support\.huaweicloud\.com\/)/;
