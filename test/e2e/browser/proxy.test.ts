// The way through a proxy, as the editor takes it for its extensions: what arrives, and what the user
// reads when it does not. The host is no real one, so nothing can get there but through the proxy.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { tunnelProxy, type ProxyMood } from '../../support/client/tunnelProxy';
import { context } from '../support/context';
import { useEditor } from '../support/useEditor';

const password = 'Proxy-Mark-9f3';
const proxy = await tunnelProxy(() => Number(new URL(editor.sandbox.endpoint).port));
afterAll(() => proxy.close());
const machine = {
  'vpnconn.endpoint': 'https://other.example',
  'vpnconn.request.timeoutSeconds': 10,
};
const user = {
  'http.proxy': `http://office:${password}@127.0.0.1:${proxy.port}`,
  // Otherwise the authority would have to be one of this machine.
  'http.systemCertificates': false,
};
const authority = `${context.root}/test/support/client/tls/ca.pem`;
const editor = useEditor({ machine, user, env: { NODE_EXTRA_CA_CERTS: authority } });

beforeEach(() => {
  proxy.asked.length = 0;
});

describe('a proxy', () => {
  const walls: readonly {
    readonly title: string;
    readonly mood: ProxyMood;
    readonly says: string;
  }[] = [
    {
      title: 'wants another password',
      mood: { kind: 'asks', user: 'office', password: 'another' },
      says: 'The proxy asks for a user name and password. Set them in the proxy setting of the editor (http.proxy).',
    },
    {
      title: 'refuses the host',
      mood: { kind: 'refuses', status: '403 Forbidden' },
      says: 'The proxy did not let the request to other.example through.',
    },
    {
      title: 'does not reach the host',
      mood: { kind: 'refuses', status: '502 Bad Gateway' },
      says: 'The proxy did not let the request to other.example through.',
    },
    {
      title: 'cuts every connection',
      mood: { kind: 'cuts' },
      // The platform connects again and again until our time is over.
      says: 'other.example did not answer within 10 seconds.',
    },
    {
      title: 'never answers',
      mood: { kind: 'hangs' },
      says: 'other.example did not answer within 10 seconds.',
    },
  ];
  test.each(walls)('that $title is told of', async ({ mood, says }) => {
    proxy.mood = mood;
    const window = await editor.open();
    await window.openFile('policy.vpnconn.yaml');
    await window.runCommand('VPN Connection: Preview Changes');
    await window.notification(/other\.example|proxy/i);
    const shown = await window.notifications();
    expect(shown.join('\n')).toContain(says);
    expect(shown.join('\n')).not.toContain(password);
  });

  const ways: readonly { readonly title: string; readonly mood: ProxyMood }[] = [
    { title: 'that asks nobody', mood: { kind: 'lets-through' } },
    {
      title: 'that asks for user name and password',
      mood: { kind: 'asks', user: 'office', password },
    },
  ];
  test.each(ways)('$title lets an update through', async ({ mood }) => {
    proxy.mood = mood;
    const window = await editor.open();
    await window.openFile('policy.vpnconn.yaml');
    await window.runCommand('VPN Connection: Apply Update');
    await window.pressDialogButton('Apply Update');
    await window.notification('update accepted');
    expect(editor.requests('PUT')).toMatchObject([{ status: 200, authenticated: 'access-key' }]);
    expect(new Set(proxy.asked.map(({ host }) => host))).toEqual(new Set(['other.example:443']));
  });

  test('is named without its password by the check of the connection', async () => {
    proxy.mood = { kind: 'lets-through' };
    const window = await editor.open();
    await window.openFile('policy.vpnconn.yaml');
    await window.runCommand('VPN Connection: Test Cloud Connection');
    const report = await (await window.editor(/^connection check /)).text();
    expect(report).toContain(`http://127.0.0.1:${proxy.port}`);
    expect(report).toContain('The credentials were accepted.');
    expect(report).not.toContain(password);
  });
});

describe('a proxy that is not there', () => {
  const lost = useEditor({ machine, user: { ...user, 'http.proxy': 'http://127.0.0.1:9' } });
  test('is told apart from a host that is not there', async () => {
    const window = await lost.open();
    await window.openFile('policy.vpnconn.yaml');
    await window.runCommand('VPN Connection: Preview Changes');
    await window.notification(
      'The proxy that the editor is set to use cannot be reached, so nothing got to other.example.',
    );
  });
});

describe('a host that http.noProxy names', () => {
  const direct = useEditor({ machine, user: { ...user, 'http.noProxy': ['other.example'] } });
  test('is not looked for behind the proxy', async () => {
    const window = await direct.open();
    await window.openFile('policy.vpnconn.yaml');
    await window.runCommand('VPN Connection: Preview Changes');
    await window.notification('The name other.example cannot be resolved.');
    expect(proxy.asked).toEqual([]);
  });
});
