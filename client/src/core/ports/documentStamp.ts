// Names of documents that are shown more than once.
import type { Ports } from './ports';

/** Time of day for document names, so that earlier responses stay open beside later ones. */
export function documentStamp({ clock }: Pick<Ports, 'clock'>): string {
  return new Date(clock.now()).toISOString().replaceAll(':', '-').replace('T', ' ');
}
