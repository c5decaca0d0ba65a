// What a command works with.
import type { LogOutputChannel } from 'vscode';
import type { Log, Presenter } from '../core/ports/ports';
import type { UseCases } from '../core/commands/useCases';
import type { RecentUpdates } from './commands/recentUpdates';
import type { PresentedDocuments } from './ports/presentedDocuments';
import type { SandboxHost } from './ports/sandboxHost';
import type { TargetMemory } from './ports/targetMemory';
import type { LanguageServerHost } from './server/languageServerHost';
import type { BackgroundWatches } from './status/backgroundWatches';
import type { PlanPage } from './views/planPage';
import type { JournalView } from './views/journalView';

/** The parts of one window's extension. */
export interface Services {
  readonly useCases: UseCases;
  readonly server: LanguageServerHost;
  readonly sandbox: SandboxHost;
  readonly targets: TargetMemory;
  readonly background: BackgroundWatches;
  readonly journal: JournalView;
  readonly documents: Pick<PresentedDocuments, 'sourceOf'>;
  readonly plans: Pick<PlanPage, 'activeSource'>;
  readonly recentUpdates: Pick<RecentUpdates, 'find'>;
  readonly showMessage: Presenter['showMessage'];
  readonly channel: LogOutputChannel;
  /** Behind the redactor. */
  readonly log: Log;
}
