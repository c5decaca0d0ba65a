// The two identities of a negotiation: each has a type and an ID.
import type { RuleDocument, TextField } from '../ruleDocument';
import type { MapEntry } from '../../document/node';

/** One end's identity as far as it is in the file. */
export interface Identity {
  readonly typeKey: string;
  readonly idKey: string;
  readonly typeEntry: MapEntry | undefined;
  readonly idEntry: MapEntry | undefined;
  /** Whether the type is in the file, be it under a misspelt name. */
  readonly mayHaveType: boolean;
  readonly mayHaveId: boolean;
  readonly type: TextField | undefined;
  readonly id: TextField | undefined;
}

const ikePolicy = '/vpn_connection/ikepolicy';

/** Both ends, local first. */
export function identities(document: RuleDocument): readonly Identity[] {
  return document.once(readIdentities);
}

function readIdentities(document: RuleDocument): readonly Identity[] {
  return ['local', 'peer'].map((end) => {
    const [typeKey, idKey] = [`${end}_id_type`, `${end}_id`];
    const [typePointer, idPointer] = [`${ikePolicy}/${typeKey}`, `${ikePolicy}/${idKey}`];
    return {
      typeKey,
      idKey,
      typeEntry: document.entry(typePointer),
      idEntry: document.entry(idPointer),
      mayHaveType: document.mayHold(typePointer),
      mayHaveId: document.mayHold(idPointer),
      type: document.text(typePointer),
      id: document.text(idPointer),
    };
  });
}
