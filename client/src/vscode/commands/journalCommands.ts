// The commands on an entry of the journal. A button names the entry, the view hands the entry itself.
import type { UseCases } from '../../core/commands/useCases';
import type { Handler, Services } from '../services';

/** *Restore Previous Values…* */
export const restorePrevious = onEntry((useCases, id) => useCases.restorePrevious(id));

/** *Check What the Cloud Holds* */
export const checkUpdate = onEntry((useCases, id) => useCases.checkUpdate(id));

/** *Show Details* */
export const showJournalEntry = onEntry((useCases, id) => useCases.showEntry(id));

/** *Remove from Journal…* */
export const removeJournalEntry = onEntry((useCases, id) => useCases.removeEntry(id));

/** *Refresh Journal* */
export function refreshJournal({ journal }: Services): Handler {
  return () => {
    journal.refresh();
    return Promise.resolve();
  };
}

/** *Put It Back*; the button names the entry and the fields. */
export function putBack({ useCases }: Services): Handler {
  return async (id, pointers) => {
    const isList = Array.isArray(pointers) && pointers.every((each) => typeof each === 'string');
    return typeof id === 'string' && isList ? useCases.putBack(id, pointers) : undefined;
  };
}

function onEntry(
  work: (useCases: UseCases, id: string) => Promise<unknown>,
): (services: Services) => Handler {
  return ({ useCases, journal }) =>
    async (value) => {
      const id = idOf(value);
      const result = id === undefined ? undefined : await work(useCases, id);
      journal.refresh();
      return result;
    };
}

function idOf(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
  return typeof id === 'string' ? id : undefined;
}
