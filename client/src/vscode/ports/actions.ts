// The steps that the core offers below a message, as buttons with the commands behind them.
import type { SeenPlace } from '../../core/model/documentPlace';
import type { Action } from '../../core/model/problem';
import { commandIds } from '../commandIds';

/** What a button says and what it starts. */
export interface Button {
  readonly label: string;
  readonly command: string;
  readonly arguments: readonly unknown[];
}

/** The button of an action. */
export function buttonOf(action: Action): Button {
  if ('place' in action) return placeButton(action);
  if ('entry' in action) return entryButton(action);
  if ('rollback' in action) return rollbackButton(action);
  switch (action.kind) {
    case 'sign-in':
      return button('Sign In', commandIds.signIn);
    case 'select-target':
      return button('Select Target', commandIds.selectTarget);
    case 'start-sandbox':
      return button('Start Sandbox', commandIds.startSandbox);
    case 'store-pre-shared-key':
      return button('Store Pre-Shared Key…', commandIds.storePreSharedKey, action.name);
    case 'manage-trust':
      return button('Manage Workspace Trust', 'workbench.trust.manage');
    case 'open-setting':
      return button('Open Setting', 'workbench.action.openSettings', `@id:${action.setting}`);
    case 'restart-server':
      return button('Restart Language Server', commandIds.restartLanguageServer);
    case 'show-log':
      return button('Show Log', commandIds.showLog);
  }
}

/** Buttons about a document. */
function placeButton(action: Extract<Action, { readonly place: SeenPlace }>): Button {
  switch (action.kind) {
    case 'preview':
      return onPlace('Preview Changes', commandIds.previewChanges, action.place);
    case 'apply-again': {
      const label = `Wait ${Math.ceil(action.waitMs / 1000)} s and Try Again`;
      return onPlace(label, commandIds.applyAgain, action.place, action.waitMs);
    }
  }
}

/** Buttons about an entry of the journal. */
function entryButton(action: Extract<Action, { readonly entry: string }>): Button {
  switch (action.kind) {
    case 'watch-again':
      return button('Keep Tracking', commandIds.watchUpdate, action.entry);
    case 'restore-previous':
      return button('Restore Previous Values…', commandIds.restorePrevious, action.entry);
    case 'put-back':
      return button(
        'Revert Unrequested Changes',
        commandIds.putBack,
        action.entry,
        action.pointers,
      );
  }
}

/** Buttons about a pending rollback. */
function rollbackButton(action: Extract<Action, { readonly rollback: string }>): Button {
  switch (action.kind) {
    case 'keep-update':
      return button('Keep Update', commandIds.keepUpdate, action.rollback);
    case 'roll-back-now':
      return button('Roll Back Now', commandIds.rollBackNow, action.rollback);
  }
}

function onPlace(
  label: string,
  command: string,
  { uri, position, seen }: SeenPlace,
  ...more: readonly unknown[]
): Button {
  return button(label, command, uri, position, seen, ...more);
}

function button(label: string, command: string, ...values: readonly unknown[]): Button {
  return { label, command, arguments: values };
}
