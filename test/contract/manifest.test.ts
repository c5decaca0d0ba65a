// The manifest and the code name the same commands, settings and texts, and nothing is promised twice
// or in vain.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { endpointSetting } from '../../client/src/core/targets/endpoint';
import { requestTimeoutMs } from '../../client/src/core/cloud/limits';
import { isRegionId } from '../../client/src/core/targets/regions';
import {
  parseTargetDefinitions,
  targetsSetting,
} from '../../client/src/core/targets/targetDefinition';
import { allowedVariablesSetting } from '../../client/src/core/secrets/protectedVariables';
import { credentialSources } from '../../client/src/core/model/target';
import { providerId, providerLabel } from '../../client/src/vscode/accounts/accountSessions';
import { commandIds } from '../../client/src/vscode/commandIds';
import {
  languageId,
  requestLanguageId,
  responseLanguageId,
  settingKeys,
  settingsSection,
} from '../../client/src/vscode/settingKeys';
import manifest from '../../package.json';
import texts from '../../package.nls.json';
import { sourceFiles } from '../support/sourceFiles';

const { contributes, capabilities } = manifest;

interface Setting {
  readonly type: string;
  readonly default: unknown;
  readonly scope: string;
  readonly markdownDescription: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

const settings = new Map<string, Setting>(
  contributes.configuration.flatMap(({ properties }) => Object.entries(properties)),
);
const commands = contributes.commands.map(({ command }) => command);

/** A value for each field of a target. */
const samples = {
  name: 'site',
  region: 'eu-west-101',
  endpoint: 'https://vpn.example.com',
  iamEndpoint: 'https://iam.example.com',
  credentials: 'ask',
  production: true,
};

/** Every `%key%` in the manifest. */
function usedTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^%(.+)%$/.exec(value)?.slice(1) ?? [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(usedTexts);
}

describe('commands', () => {
  test('are those of the code', () => {
    expect([...commands].sort()).toEqual(Object.values(commandIds).sort());
  });

  test('have one category and a title each', () => {
    expect(new Set(contributes.commands.map(({ category }) => category)).size).toBe(1);
    expect(new Set(contributes.commands.map(({ title }) => title)).size).toBe(commands.length);
  });

  test('are named after their identifiers in the table of texts', () => {
    for (const { command, title } of contributes.commands) {
      expect(title).toBe(`%command.${command.replace('vpnconn.', '')}.title%`);
    }
  });

  test('exist wherever a menu names one, and each menu entry has its own place', () => {
    for (const [menu, entries] of Object.entries(contributes.menus)) {
      expect(commands).toEqual(expect.arrayContaining(entries.map(({ command }) => command)));
      // A button in the row of an item is another place than its context menu.
      const places = entries.map((entry) => {
        const isInline = 'group' in entry && entry.group.startsWith('inline');
        return `${entry.command} ${'when' in entry ? entry.when : ''} ${isInline ? 'inline' : ''}`;
      });
      expect(new Set(places).size, menu).toBe(entries.length);
    }
  });

  test('that are about a document are offered on documents of our language and on previews only', () => {
    const onDocument: readonly string[] = [
      commandIds.applyUpdate,
      commandIds.showRequest,
      commandIds.copyAsCurl,
    ];
    for (const entries of Object.values(contributes.menus)) {
      for (const entry of entries.filter(({ command }) => onDocument.includes(command))) {
        expect('when' in entry && entry.when, entry.command).toMatch(
          /^(?:(?:editorLangId|resourceLangId) == vpnconn(?: \|\| (?=r))?)?(?:resourceScheme == vpnconn-plan \|\| activeWebviewPanelId == vpnconn\.plan)?$/,
        );
      }
    }
  });

  test('are never greyed out without a word: each says by itself why it does nothing', () => {
    expect(contributes.commands.filter((command) => 'enablement' in command)).toEqual([]);
  });
});

test('accounts have the provider of the code, under one name', () => {
  expect(contributes.authentication.map(({ id }) => id)).toEqual([providerId]);
  expect(texts['authentication.label']).toBe(providerLabel);
});

describe('settings', () => {
  test('are those of the code', () => {
    const inCode = Object.values(settingKeys).map((key) => `${settingsSection}.${key}`);
    expect([...settings.keys()].sort()).toEqual(inCode.sort());
    expect(inCode).toEqual(
      expect.arrayContaining([endpointSetting, targetsSetting, allowedVariablesSetting]),
    );
  });

  test('that the core names in its messages exist', () => {
    const named = sourceFiles('client/src').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/setting: '(vpnconn\.[^']+)'/g)].map(
        ([, key]) => key!,
      ),
    );
    expect(named.length).toBeGreaterThan(0);
    expect([...settings.keys()]).toEqual(expect.arrayContaining(named));
  });

  test('that decide where and how a request is sent cannot come from a workspace', () => {
    const decisive = [
      settingKeys.targets,
      settingKeys.endpoint,
      settingKeys.region,
      settingKeys.timeoutSeconds,
      settingKeys.sendOnlyChanges,
      settingKeys.allowedVariables,
      settingKeys.liveAccount,
    ].map((key) => `${settingsSection}.${key}`);
    for (const key of decisive) expect(settings.get(key)?.scope).toBe('machine');
    expect(capabilities.untrustedWorkspaces.restrictedConfigurations).toEqual(decisive);
  });

  test.each([...settings])('%s has a default, a scope and a description', (_key, setting) => {
    expect(setting.default).not.toBeUndefined();
    expect(['machine', 'window', 'resource']).toContain(setting.scope);
    expect(setting.markdownDescription).toMatch(/^%configuration\..+\.description%$/);
    expect(setting.enumDescriptions?.length).toBe(setting.enum?.length);
  });

  test('have the time-out that the core falls back to, and its bounds', () => {
    const timeout = settings.get(`${settingsSection}.${settingKeys.timeoutSeconds}`);
    expect(timeout?.default).toBe(requestTimeoutMs({ timeoutSeconds: Number.NaN }) / 1000);
    expect(timeout?.maximum).toBe(requestTimeoutMs({ timeoutSeconds: 1e9 }) / 1000);
  });

  test('accept the same regions as the core', () => {
    const { pattern = '' } = settings.get(`${settingsSection}.${settingKeys.region}`) ?? {};
    for (const text of ['eu-west-101', 'a', '', '-a', 'a-', 'EU', 'a.b', 'a b', 'a/b']) {
      expect(new RegExp(pattern).test(text), text).toBe(text === '' || isRegionId(text));
    }
  });

  test('describe a target with the fields and kinds of credentials that the core reads', () => {
    const { properties } = contributes.configuration[0]!.properties['vpnconn.targets']!.items;
    expect(properties.credentials.enum).toEqual(credentialSources);
    const complete = Object.fromEntries(
      Object.keys(properties).map((key) => [key, samples[key as keyof typeof properties]]),
    );
    expect(parseTargetDefinitions([complete])).toMatchObject({
      definitions: [{ production: true }],
      complaints: [],
    });
  });

  test('offer no trace of message contents', () => {
    expect(settings.get(`${settingsSection}.${settingKeys.trace}`)?.enum).toEqual([
      'off',
      'messages',
    ]);
  });
});

describe('texts', () => {
  test('are all defined, and all used', () => {
    expect([...new Set(usedTexts(manifest))].sort()).toEqual(Object.keys(texts).sort());
  });

  test.each(Object.entries(texts))('%s says something', (_key, text) => {
    expect(text.trim()).toBe(text);
    expect(text.length).toBeGreaterThan(2);
  });

  test('mark settings that exist', () => {
    const marked = Object.values(texts).flatMap((text) =>
      [...text.matchAll(/`#(?!editor\.)([^#]+)#`/g)].map(([, key]) => key!),
    );
    expect([...settings.keys()]).toEqual(expect.arrayContaining(marked));
  });

  test('quote commands by their titles', () => {
    const titles: readonly string[] = Object.values(texts);
    const quoted = titles.flatMap((text) =>
      [...text.matchAll(/\*\*VPN Connection: ([^*]+)\*\*/g)].map(([, title]) => title!),
    );
    expect(quoted.length).toBeGreaterThan(0);
    expect(titles).toEqual(expect.arrayContaining(quoted));
  });
});

describe('the language', () => {
  test('has the identifier of the code, in grammar and defaults too', () => {
    const ids = [languageId, requestLanguageId, responseLanguageId];
    expect(contributes.languages.map(({ id }) => id)).toEqual(ids);
    expect(contributes.grammars.map(({ language }) => language)).toEqual(ids);
    expect(Object.keys(contributes.configurationDefaults)).toEqual(ids.map((id) => `[${id}]`));
  });

  test('has its files', () => {
    const [language] = contributes.languages;
    const files = [
      language!.configuration!,
      ...Object.values(language!.icon!),
      ...contributes.grammars.map(({ path }) => path),
      manifest.icon,
    ];
    for (const file of files) expect(existsSync(file), file).toBe(true);
  });

  test('has an icon that is small and large enough', () => {
    const icon = readFileSync(manifest.icon);
    expect(statSync(manifest.icon).size).toBeLessThan(15_000);
    // Width and height stand behind the signature and the head of the first chunk.
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([256, 256]);
  });
});

test('activation waits until the editor has started: an open confirmation window may have to restore', () => {
  expect(manifest.activationEvents).toEqual(['onStartupFinished']);
});
