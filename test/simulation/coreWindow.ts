// What the simulation calls of the core. The names of the use cases appear here and nowhere else.
import type { SendUpdateOutcome, UseCases } from '../../client/src/core/commands/useCases';
import type { DocumentPlace } from '../../client/src/core/model/documentPlace';
import type { DoneOutcome } from '../../client/src/core/model/outcomes';
import type { Action } from '../../client/src/core/model/problem';
import type { Ports } from '../../client/src/core/ports/ports';
import type { Redactor } from '../../client/src/core/redaction/redactor';
import { createUseCases } from '../../client/src/core/commands/useCases';

/** The core of one editor window. */
export interface CoreWindow {
  apply(place: DocumentPlace): Promise<SendUpdateOutcome>;
  applyWithRollback(place: DocumentPlace): Promise<SendUpdateOutcome>;
  keep(id?: string): Promise<DoneOutcome>;
  rollBack(id?: string): Promise<DoneOutcome>;
  /** The editor has started the window. */
  resume(): Promise<void>;
  /** The editor calls this every few seconds. */
  takePart(): Promise<void>;
}

/** The core over these ports. */
export function coreWindow(ports: Ports, redactor: Redactor): CoreWindow {
  const useCases: UseCases = createUseCases(ports, redactor);
  return {
    apply: (place) => useCases.sendUpdate(place),
    applyWithRollback: (place) => useCases.applyWithRollback(place),
    keep: (id) => useCases.keepUpdate(id),
    rollBack: (id) => useCases.rollBackNow(id),
    resume: () => useCases.resume(),
    takePart: () => useCases.takePart(),
  };
}

/** The pending rollback that a button is about. */
export function rollbackOf(action: Action): string | undefined {
  return action.kind === 'keep-update' || action.kind === 'roll-back-now'
    ? action.rollback
    : undefined;
}
