// Does what a step of the script says.
import type { SendUpdateOutcome } from '../../client/src/core/commands/useCases';
import type { EditorWindow } from './editorWindow';
import type { Gesture } from './ledger';
import type { Action, FaultAction, Site } from './script';
import { adminCode, updateCode } from './values';
import type { World } from './world';

/** Hears how an *Apply* ended. */
type Ended = (outcome: SendUpdateOutcome) => void;

/** What happens to one window. */
type WindowAction = Extract<Action, { readonly window: number }>;

/** Carries out the actions of one history. */
export class Actions {
  readonly #world: World;
  #updates = 0;
  #changes = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /**
   * Does it. What makes no sense at the moment, such as closing a window that isn't open, does nothing.
   *
   * @param ended is called with the outcome of *Apply*
   */
  perform(action: Action, ended: Ended = () => undefined): void {
    const { history, timeline } = this.#world;
    history.note('script', () => JSON.stringify(action));
    // A sleeping machine has no user and no crash.
    if (timeline.isAsleep && action.kind !== 'admin' && action.kind !== 'expire-tokens') return;
    if (!ofUser.has(action.kind)) this.#world.rules.disturbed();
    this.#perform(action, ended);
  }

  #perform(action: Action, ended: Ended): void {
    const { timeline, cloud, rules, machine } = this.#world;
    switch (action.kind) {
      case 'sign-in':
        rules.userActed();
        machine.signIn();
        break;
      case 'settings':
        rules.userActed();
        machine.configure(action.entry);
        break;
      case 'reboot':
        this.#reboot(action.ms, action.opens);
        break;
      case 'sleep':
        rules.clockSet();
        timeline.sleep(action.ms, this.#world.runsInSleep);
        break;
      case 'set-clock':
        rules.clockSet();
        machine.setClock(action.byMs);
        break;
      case 'admin':
        this.#changes += 1;
        cloud.changeByAdmin(action.site, action.fields, adminCode(this.#changes));
        break;
      case 'expire-tokens':
        cloud.expireTokens();
        break;
      case 'revoke':
        cloud.revoke();
        break;
      default:
        if ('window' in action) this.#atWindow(action, ended);
        else this.#fault(action);
    }
  }

  #fault(action: FaultAction): void {
    const { machine, network, disk, timeline } = this.#world;
    const until = 'ms' in action ? timeline.now + action.ms : 0;
    switch (action.kind) {
      case 'cut':
      case 'answer':
      case 'slow':
        network.fail(action);
        break;
      case 'network-down':
        network.goDown(until, action.isSilent);
        break;
      case 'disk':
        disk.fail({ ...action, until });
        break;
      case 'slow-disk':
        disk.slowDown(action.byMs, until);
        break;
      case 'keyring-locked':
        machine.lockKeyring(until);
        break;
      case 'presenter':
        machine.presenter = { until, fault: action.fault };
        break;
      case 'server-silent':
        machine.serverSilentUntil = until;
    }
  }

  #atWindow(action: WindowAction, ended: Ended): void {
    if (action.kind === 'open') {
      this.#world.open(action.window, action.isTrusted);
      return;
    }
    const window = this.#windowFor(action.window);
    if (window === undefined) return;
    switch (action.kind) {
      case 'apply':
        this.#apply(window, action, ended);
        break;
      case 'keep':
      case 'roll-back':
        this.#decide(window, action.kind, action.site);
        break;
      case 'cancel':
        [...window.progress].forEach((source) => source.cancel());
        break;
      case 'close':
        window.close();
        break;
      case 'trust':
        this.#trust(window);
        break;
      case 'distrust':
        window.crash();
        this.#world.open(action.window, false);
        break;
      case 'crash':
        if (action.afterCalls === undefined) window.crash();
        else window.crashAfter(action.afterCalls);
    }
  }

  #apply(
    window: EditorWindow,
    action: Extract<WindowAction, { readonly kind: 'apply' }>,
    ended: Ended,
  ): void {
    const { ledger, rules, timeline, history } = this.#world;
    const { site, fields, withRollback } = action;
    // The user answers the question for the old key of one connection at a time.
    const running = ledger.runningIn(window);
    if (running.some(asksForOldKey) || (asksForOldKey(action) && running.length > 0)) return;
    const code = updateCode(this.#updates);
    this.#updates += 1;
    const uri = `file:///${code}.vpnconn.yaml`;
    this.#world.addFile({ uri, site, fields, code });
    rules.userActed();
    window.attention = site;
    const gesture = ledger.begin({ uri, site, fields, code }, withRollback, window, timeline.now);
    const place = { uri, position: { line: 0, character: 0 } };
    window.watch(
      `apply ${code}`,
      () => (withRollback ? window.core.applyWithRollback(place) : window.core.apply(place)),
      (outcome) => {
        gesture.outcome = outcome;
        gesture.endedAt = timeline.now;
        history.note(window.label, () => `apply ${code}: ${describe(outcome)}`);
        ended(outcome);
      },
    );
  }

  /** By the button of the countdown, that of a message, or the command. */
  #decide(window: EditorWindow, what: 'keep' | 'roll-back', site: Site): void {
    const { timeline, history, ledger } = this.#world;
    const decision = window.decisionsOn(site)[what === 'keep' ? 0 : 1];
    const id = this.#idOf(window, site);
    const isOneSite = ledger.gestures.every((gesture) => gesture.site === site);
    if (id === undefined && !isOneSite && decision === undefined) return;
    this.#world.rules.userActed();
    if (what === 'roll-back') this.#world.rules.rollbackAsked(site);
    if (!ledger.runningIn(window).some(asksForOldKey)) window.attention = site;
    const named = isOneSite ? undefined : id;
    // The list of the command would be answered for the connection that another question is about.
    const isDistracted = named === undefined && !isOneSite && window.attention !== site;
    const useButton = decision !== undefined && (isDistracted || timeline.random.chance(0.5));
    const { core } = window;
    const decide = (): Promise<unknown> => {
      if (useButton) return decision.decide();
      return what === 'keep' ? core.keep(named) : core.rollBack(named);
    };
    const pending = what === 'keep' ? ledger.latestPending(site) : undefined;
    if (pending !== undefined) pending.keptIn = window;
    window.watch(what, decide, (outcome) => {
      if (pending !== undefined) pending.keptIn = undefined;
      history.note(window.label, () => `${what}: ${describe(outcome)}`);
      if (what === 'keep' && isDone(outcome)) this.#kept(site);
    });
  }

  #idOf(window: EditorWindow, site: Site): string | undefined {
    const all = [window, ...this.#world.openWindows];
    return all.map(({ known }) => known.get(site)).find((id) => id !== undefined);
  }

  /** *Keep Update* has said that it is done. */
  #kept(site: Site): void {
    const { ledger, history, timeline, onMilestone } = this.#world;
    const gesture = ledger.latestPending(site);
    if (gesture === undefined) return;
    const begun = gesture.rollbacks.find(
      ({ appliedAt, result, isFinished }) =>
        appliedAt !== undefined || (result === undefined && !isFinished),
    );
    if (begun !== undefined) {
      history.violate(
        'kept-and-rolled-back',
        `update ${gesture.code} is kept after its rollback was sent`,
      );
    }
    gesture.keptAt ??= timeline.now;
    onMilestone('kept');
  }

  #trust(window: EditorWindow): void {
    if (window.isTrusted) return;
    window.isTrusted = true;
    this.#world.rules.userActed();
    window.watch('taking part', () => window.core.takePart());
  }

  #reboot(ms: number, opens: readonly boolean[]): void {
    const { timeline, openWindows } = this.#world;
    for (const window of openWindows) window.crash();
    opens.forEach((isTrusted, slot) => {
      timeline.plan(ms, () => this.#world.open(slot, isTrusted));
    });
  }

  /** The window of the slot, or another one that is open. */
  #windowFor(slot: number): EditorWindow | undefined {
    const window = this.#world.windows[slot];
    return window?.isGone === false ? window : this.#world.openWindows[0];
  }
}

/** The old key can't be read back, so the user names the secret that contains it. */
function asksForOldKey({
  fields,
  withRollback,
}: Pick<Gesture, 'fields' | 'withRollback'>): boolean {
  return withRollback && fields.includes('psk');
}

/** What the user does in a world without faults. */
const ofUser: ReadonlySet<Action['kind']> = new Set([
  'apply',
  'keep',
  'roll-back',
  'admin',
  'sign-in',
]);

function isDone(outcome: unknown): boolean {
  return (outcome as { kind?: string } | undefined)?.kind === 'done';
}

function describe(outcome: unknown): string {
  const { kind, verdict, problem, cloud } = outcome as {
    kind: string;
    verdict?: string;
    problem?: { code: string };
    cloud?: { kind: string };
  };
  return [kind, verdict, problem?.code, cloud?.kind].filter((part) => part !== undefined).join(' ');
}
