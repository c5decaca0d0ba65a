// One login for each account at a time, and a rejected password is not sent again.
import { describe, expect, test } from 'vitest';
import { fetchConnection, type Fetched } from '../../../client/src/core/cloud/fetchConnection';
import type { Password } from '../../../client/src/core/model/credentials';
import type { Ports } from '../../../client/src/core/ports/ports';
import type { HttpRequest, HttpResult } from '../../../client/src/core/model/httpExchange';
import { cancelSource } from '../../support/client/cancelSource';
import { connectionId } from '../../support/client/exampleUpdate';
import { fakePrompts } from '../../support/client/fakePrompts';
import { fakeClient } from '../../support/client/fakeClient';
import { answer, failure } from '../../support/client/fakeTransport';
import { poll } from '../../support/poll';

const origin = 'https://vpn.eu-west-101.myhuaweicloud.com';
const operator: Password = {
  kind: 'password',
  user: 'operator',
  password: 'Iam-Password/42',
  domain: 'account',
  iamEndpoint: 'https://iam.eu-west-101.myhuaweicloud.com',
};
const iam = (code: number | string) => ({ error: { code, message: 'detail', title: 'title' } });
const issued = answer(201, {}, { 'x-subject-token': 'token-1' });
const rejected = answer(401, iam(401));
const locked = answer(401, { error_code: 'IAM.0061', error_msg: 'the user is locked' });
const connection = answer(200, { vpn_connection: { id: connectionId, status: 'ACTIVE' } });

/** A window whose IAM answers only when the test says so; the API answers at once. */
function window(ports: Partial<Ports> = {}) {
  const waiting: ((result: HttpResult) => void)[] = [];
  const logins: HttpRequest[] = [];
  let isAuto: HttpResult | undefined;
  const given = fakeClient({
    reading: 'sent',
    ports: {
      ...ports,
      transport: {
        send: (request, { cancel }) => {
          if (request.method !== 'POST') return Promise.resolve(connection);
          logins.push(request);
          if (isAuto !== undefined) return Promise.resolve(isAuto);
          return new Promise((resolve) => {
            waiting.push(resolve);
            cancel.onCancel(() => resolve(failure('cancelled')));
          });
        },
      },
    },
  });
  const context = { ...given.ports, redactor: given.redactor };
  return {
    ...given,
    logins,
    /** IAM answers at once from now on. */
    answerWith: (result: HttpResult) => {
      isAuto = result;
    },
    /** IAM answers the oldest login that waits. */
    answer: async (result: HttpResult) => {
      const next = await poll('a login', () => waiting.shift());
      next(result);
    },
    fetch: (
      login: Password = operator,
      project = 'project-a',
      cancel = cancelSource(),
    ): Promise<Fetched> =>
      fetchConnection(
        context,
        {
          url: `${origin}/v5/${project}/vpn-connection/${connectionId}`,
          projectId: project,
          connectionId,
          target: { kind: 'regional', region: 'eu-west-101' },
          label: 'Region eu-west-101',
        },
        login,
        cancel.signal,
      ),
  };
}

const kinds = (all: readonly Fetched[]) => all.map(({ kind }) => kind);

describe('one login at a time', () => {
  test('serves all requests of a project', async () => {
    const given = window();
    const all = Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => given.fetch()));
    await given.answer(issued);
    expect(new Set(kinds(await all))).toEqual(new Set(['fetched']));
    expect(given.logins).toHaveLength(1);
  });

  test('for each account, also when the projects differ', async () => {
    const given = window();
    const all = Promise.all(['a', 'b'].map((project) => given.fetch(operator, project)));
    await poll('the first login', () => given.logins[0]);
    expect(given.logins).toHaveLength(1);
    await given.answer(issued);
    await given.answer(issued);
    expect(kinds(await all)).toEqual(['fetched', 'fetched']);
    expect(given.logins).toHaveLength(2);
  });

  test('does not hold up another account', async () => {
    const given = window();
    const all = Promise.all([given.fetch(), given.fetch({ ...operator, user: 'other' })]);
    await poll('both logins', () => given.logins[1]);
    await given.answer(issued);
    await given.answer(issued);
    expect(kinds(await all)).toEqual(['fetched', 'fetched']);
  });

  test('that fails for a while fails for all who wait, and the next request tries again', async () => {
    const given = window();
    const all = Promise.all(['a', 'b', 'a'].map((project) => given.fetch(operator, project)));
    await given.answer(failure('host-not-found', 'no'));
    expect(kinds(await all)).toEqual(['later', 'later', 'later']);
    expect(given.logins).toHaveLength(1);
    given.answerWith(issued);
    expect((await given.fetch()).kind).toBe('fetched');
  });

  test('that is rejected is not sent again for those who wait', async () => {
    const given = window();
    const all = Promise.all([1, 2, 3, 4, 5, 6].map(() => given.fetch()));
    await given.answer(rejected);
    expect(new Set(kinds(await all))).toEqual(new Set(['credentials-rejected']));
    expect(given.logins).toHaveLength(1);
  });

  test('of another password is not affected by a rejection', async () => {
    const given = window();
    const old = given.fetch({ ...operator, password: 'Old-Password/41' });
    const fresh = given.fetch();
    await given.answer(rejected);
    await given.answer(issued);
    expect(kinds([await old, await fresh])).toEqual(['credentials-rejected', 'fetched']);
  });

  test('that one request cancels is taken over by the next', async () => {
    const given = window();
    const source = cancelSource();
    const first = given.fetch(operator, 'project-a', source);
    const second = given.fetch();
    await poll('the login', () => given.logins[0]);
    source.cancel();
    expect((await first).kind).toBe('cancelled');
    await poll('the login of the second', () => given.logins[1]);
    await given.answer(failure('cancelled'));
    await given.answer(issued);
    expect((await second).kind).toBe('fetched');
  });

  test('can be waited for no longer', async () => {
    const given = window();
    const first = given.fetch();
    const source = cancelSource();
    const second = given.fetch(operator, 'project-a', source);
    await poll('the login', () => given.logins[0]);
    source.cancel();
    expect((await second).kind).toBe('cancelled');
    await given.answer(issued);
    expect((await first).kind).toBe('fetched');
    expect(given.logins).toHaveLength(1);
    expect(source.listenerCount()).toBe(0);
  });
});

describe('a rejected password', () => {
  test('is not sent again for the project', async () => {
    const given = window();
    given.answerWith(rejected);
    const first = await given.fetch();
    const second = await given.fetch();
    expect(second).toEqual(first);
    expect(given.logins).toHaveLength(1);
  });

  test('is tried for one other project, because an unknown project is rejected alike', async () => {
    const given = window();
    given.answerWith(rejected);
    await given.fetch(operator, 'project-with-a-typing-error');
    given.answerWith(issued);
    expect((await given.fetch(operator, 'project-a')).kind).toBe('fetched');
  });

  test('is sent twice at most, whatever the number of projects', async () => {
    const given = window();
    given.answerWith(rejected);
    for (const project of ['a', 'b', 'c', 'd', 'e', 'f']) {
      expect((await given.fetch(operator, project)).kind).toBe('credentials-rejected');
    }
    expect(given.logins).toHaveLength(2);
  });

  test.each(['signIn', 'signOut'] as const)('may be sent again after %s', async (command) => {
    const { domain, user, password } = operator;
    const given = window({ prompts: fakePrompts('User and Password', domain, user, password) });
    given.answerWith(rejected);
    await given.fetch();
    expect(await given.useCases[command]()).toEqual({ kind: 'done' });
    given.answerWith(issued);
    expect((await given.fetch()).kind).toBe('fetched');
  });

  test('does not keep a corrected one from being sent', async () => {
    const given = window();
    given.answerWith(rejected);
    await given.fetch();
    given.answerWith(issued);
    expect((await given.fetch({ ...operator, password: 'Right-Password/43' })).kind).toBe(
      'fetched',
    );
  });
});

describe('a locked user', () => {
  test('is not asked for before the lock is over, for no project', async () => {
    const given = window();
    given.answerWith(locked);
    expect(await given.fetch()).toMatchObject({ waitMs: 15 * 60_000 });
    given.time.move(14 * 60_000);
    expect(await given.fetch(operator, 'project-b')).toMatchObject({
      kind: 'credentials-rejected',
      waitMs: 60_000,
    });
    // The wall clock says nothing about the time that has passed.
    given.time.set(24 * 3_600_000);
    expect((await given.fetch()).kind).toBe('credentials-rejected');
    expect(given.logins).toHaveLength(1);
  });

  test('is tried once when the lock is over', async () => {
    const given = window();
    given.answerWith(locked);
    await given.fetch();
    given.time.move(15 * 60_000);
    given.answerWith(issued);
    expect((await given.fetch()).kind).toBe('fetched');
    expect(given.logins).toHaveLength(2);
  });
});
