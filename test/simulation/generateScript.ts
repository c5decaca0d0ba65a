// Makes a script out of a seed: an update or two, what the user decides, and some disasters. Each history
// is about a few kinds of disaster only, so that every combination of two or three comes up often.
import { createRandom, derivedSeed, type Random } from './random';
import type {
  Action,
  FalseAnswer,
  Field,
  Milestone,
  Script,
  Setup,
  Site,
  Step,
  When,
} from './script';

/** The script of a seed. */
export function generateScript(seed: number): Script {
  const random = createRandom(derivedSeed(seed, 0));
  const setup = generateSetup(random);
  const themes = new Set(Array.from({ length: random.int(0, 3) }, () => random.pick(allThemes)));
  const sites: readonly Site[] = random.chance(0.15) ? ['a', 'b'] : ['a'];
  const steps = [
    ...sites.flatMap((site) => updatesOf(random, setup, site)),
    ...[...themes].flatMap((theme) => theme(random, setup, sites)),
  ];
  return { seed, setup, steps, healsAt: random.int(75, 130) * 1000 };
}

type Theme = (random: Random, setup: Setup, sites: readonly Site[]) => readonly Step[];

function generateSetup(random: Random): Setup {
  const windows = random.weighted([
    [3, 1],
    [5, 2],
    [2, 3],
    [1, 4],
  ] as const);
  const target = random.weighted([
    [3, 'regional'],
    [2, 'named'],
  ] as const);
  return {
    windows: Array.from({ length: windows }, (_, index) => index === 0 || random.chance(0.8)),
    login: random.weighted([
      [3, 'access-key'],
      [3, 'password'],
      [1, 'token'],
    ] as const),
    target,
    diskMs: random.weighted([
      [4, 3],
      [2, 40],
      [1, 400],
    ] as const),
    networkMs: random.weighted([
      [4, 80],
      [2, 600],
      [1, 3000],
    ] as const),
    hasLinks: random.chance(0.7),
    settleMs: random.pick([500, 3000, 9000]),
    endsAs: random.weighted([
      [6, 'ACTIVE'],
      [2, 'DOWN'],
      [1, 'ERROR'],
    ] as const),
    hasGateway: random.chance(0.3),
    runsInSleep: random.chance(0.3),
    tokenMs: random.weighted([
      [4, 86_400_000],
      [1, 60_000],
      [1, 15_000],
    ] as const),
    ...(random.chance(0.04) && { readOnlyFrom: random.int(0, 60_000) }),
    foreignRecords: random.some(['newer', 'older', 'planted', 'torn'] as const, 0.05),
  };
}

/** One or two updates of a connection, and what the user decides about them. */
function updatesOf(random: Random, setup: Setup, site: Site): readonly Step[] {
  const first: Step = {
    when: { at: random.int(600, 4000) },
    action: {
      kind: 'apply',
      window: random.int(0, setup.windows.length - 1),
      site,
      fields: fieldsOf(random),
      withRollback: random.chance(0.9),
    },
  };
  const decisions: Step[] = [];
  if (random.chance(0.35)) decisions.push(decision(random, site));
  if (random.chance(0.12)) decisions.push(decision(random, site));
  const again: Step[] = random.chance(0.25)
    ? [
        {
          when: whenever(random),
          action: {
            ...first.action,
            window: random.int(0, 3),
            fields: fieldsOf(random),
            withRollback: random.chance(0.5),
          } as Action,
        },
      ]
    : [];
  return [first, ...decisions, ...again];
}

function fieldsOf(random: Random): readonly Field[] {
  return random.weighted([
    [3, ['lifetime']],
    [3, ['name', 'peer_subnets', 'lifetime']],
    [2, ['peer_subnets', 'psk']],
    [1, ['psk']],
    [2, ['peer_subnets', 'lifetime']],
  ] as const);
}

/** *Keep Update* or *Roll Back Now*, often at the most awkward moment. */
function decision(random: Random, site: Site): Step {
  const kind = random.weighted([
    [3, 'keep'],
    [2, 'roll-back'],
  ] as const);
  const when = random.weighted<() => When>([
    [2, () => after(random, 'update-sent', 0, 400)],
    [2, () => after(random, 'update-ended', 0, 3000)],
    [2, () => after(random, 'update-ended', 3000, 55_000)],
    [3, () => after(random, 'update-ended', 58_000, 62_500)],
    [2, () => after(random, 'rollback-sent', 0, 500)],
    [1, () => after(random, 'rollback-ended', 0, 3000)],
    [1, () => ({ at: random.int(0, 90_000) })],
  ])();
  return { when, action: { kind, window: random.int(0, 3), site } };
}

const milestones: readonly Milestone[] = [
  'journal-written',
  'rollback-written',
  'update-sent',
  'update-received',
  'update-ended',
  'rollback-sent',
  'rollback-received',
  'rollback-ended',
  'kept',
];

/** At any time, or soon after something that matters. */
function whenever(random: Random): When {
  return random.weighted<() => When>([
    [2, () => ({ at: random.int(0, 90_000) })],
    [3, () => after(random, random.pick(milestones), 0, random.pick([5, 100, 1000, 5000]))],
    [1, () => after(random, 'update-ended', 56_000, 63_000)],
    [1, () => after(random, 'update-ended', 0, 60_000)],
  ])();
}

function after(random: Random, milestone: Milestone, min: number, max: number): When {
  return {
    after: milestone,
    nth: random.weighted([
      [5, 1],
      [1, 2],
    ] as const),
    ms: random.int(min, max),
  };
}

function steps(random: Random, max: number, action: () => Action): readonly Step[] {
  return Array.from({ length: random.int(1, max) }, () => ({
    when: whenever(random),
    action: action(),
  }));
}

const crashes: Theme = (random) =>
  steps(random, 3, () =>
    random.chance(0.6)
      ? { kind: 'crash', window: random.int(0, 3), afterCalls: random.int(1, 30) }
      : { kind: 'crash', window: random.int(0, 3) },
  );

const openings: Theme = (random) =>
  steps(random, 4, () =>
    random.weighted<() => Action>([
      [3, () => ({ kind: 'open', window: random.int(0, 3), isTrusted: random.chance(0.8) })],
      [3, () => ({ kind: 'close', window: random.int(0, 3) })],
      [1, () => ({ kind: 'trust', window: random.int(0, 3) })],
      [1, () => ({ kind: 'distrust', window: random.int(0, 3) })],
    ])(),
  );

const reboots: Theme = (random) => [
  {
    when: whenever(random),
    action: {
      kind: 'reboot',
      ms: random.pick([5000, 30_000]),
      opens: Array.from({ length: random.int(1, 3) }, () => random.chance(0.8)),
    },
  },
];

const clocks: Theme = (random) =>
  steps(random, 2, () =>
    random.chance(0.4)
      ? { kind: 'sleep', ms: random.pick([5000, 40_000, 3_600_000]) }
      : {
          kind: 'set-clock',
          byMs: random.pick([-259_200_000, -3_600_000, -30_000, 30_000, 3_600_000, 259_200_000]),
        },
  );

const admins: Theme = (random, _setup, sites) =>
  steps(random, 2, () => ({
    kind: 'admin',
    site: random.pick(sites),
    fields: random.pick([['lifetime'], ['peer_subnets'], ['name', 'lifetime'], ['psk']] as const),
  }));

const cuts: Theme = (random) =>
  steps(random, 3, () => ({
    kind: 'cut',
    phase: random.pick([
      'connect',
      'upload',
      'before-applying',
      'after-applying',
      'download',
    ] as const),
    method: random.weighted([
      [3, 'PUT'],
      [2, 'GET'],
      [1, 'POST'],
    ] as const),
    times: random.weighted([
      [3, 1],
      [1, 3],
    ] as const),
  }));

const outages: Theme = (random) =>
  steps(random, 2, () =>
    random.chance(0.6)
      ? {
          kind: 'network-down',
          ms: random.pick([2000, 15_000, 60_000]),
          isSilent: random.chance(0.4),
        }
      : {
          kind: 'slow',
          method: random.pick(['PUT', 'GET', 'POST'] as const),
          times: random.int(1, 3),
          ms: random.pick([3000, 12_000, 45_000]),
        },
  );

/** Answers that leave open whether a PUT was applied. */
const openAnswers: readonly FalseAnswer[] = [
  'server-error',
  'bad-gateway',
  'redirect',
  'page',
  'empty-success',
  'error-as-success',
  'other-connection',
  'foreign-404',
  'echo',
];

const clearAnswers: readonly FalseAnswer[] = [
  'unauthorized',
  'forbidden',
  'conflict',
  'too-many',
  'too-many-wait',
];

const answers: Theme = (random) =>
  steps(random, 3, () => {
    const answer = random.pick([...openAnswers, ...clearAnswers, ...clearAnswers]);
    return {
      kind: 'answer',
      method: random.weighted([
        [3, 'PUT'],
        [3, 'GET'],
        [1, 'POST'],
      ] as const),
      times: random.weighted([
        [3, 1],
        [2, 3],
        [1, 30],
      ] as const),
      answer,
      isApplied: openAnswers.includes(answer) && random.chance(0.5),
    };
  });

const disks: Theme = (random) =>
  steps(random, 3, () =>
    random.weighted<() => Action>([
      [
        4,
        () => ({
          kind: 'disk',
          operations: 'reads',
          code: random.pick(['EMFILE', 'EBUSY', 'EPERM'] as const),
          ms: random.pick([50, 2000, 20_000]),
          share: random.pick([0.2, 0.6, 1]),
        }),
      ],
      [
        4,
        () => ({
          kind: 'disk',
          operations: 'writes',
          code: random.pick(['ENOSPC', 'ENOSPC', 'EPERM', 'EROFS'] as const),
          ms: random.pick([50, 2000, 30_000, 200_000]),
          share: random.pick([0.3, 1]),
        }),
      ],
      [
        2,
        () => ({
          kind: 'disk',
          operations: 'all',
          code: 'EMFILE',
          ms: random.pick([500, 10_000]),
          share: 1,
        }),
      ],
      [
        2,
        () => ({
          kind: 'slow-disk',
          ms: random.pick([5000, 60_000]),
          byMs: random.pick([500, 4000]),
        }),
      ],
    ])(),
  );

const credentials: Theme = (random) => [
  ...steps(random, 2, () => random.pick([{ kind: 'revoke' }, { kind: 'expire-tokens' }] as const)),
  ...(random.chance(0.6) ? steps(random, 1, () => ({ kind: 'sign-in' })) : []),
];

const settings: Theme = (random) =>
  steps(random, 3, () => ({
    kind: 'settings',
    entry: random.pick(['right', 'wrong', 'gone'] as const),
  }));

const editors: Theme = (random) =>
  steps(random, 2, () =>
    random.weighted<() => Action>([
      [
        2,
        () => ({
          kind: 'presenter',
          ms: random.pick([1000, 70_000]),
          fault: random.pick(['hangs', 'rejects'] as const),
        }),
      ],
      [2, () => ({ kind: 'keyring-locked', ms: random.pick([3000, 30_000]) })],
      [1, () => ({ kind: 'server-silent', ms: random.pick([3000, 30_000]) })],
      [2, () => ({ kind: 'cancel', window: random.int(0, 3) })],
    ])(),
  );

const allThemes: readonly Theme[] = [
  crashes,
  crashes,
  openings,
  reboots,
  clocks,
  admins,
  cuts,
  cuts,
  outages,
  answers,
  answers,
  disks,
  disks,
  credentials,
  settings,
  editors,
];
