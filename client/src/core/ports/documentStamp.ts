// Names of documents that are shown more than once.
import { localTime } from '../../../../server/src/protocol/localTime';
import type { Ports } from './ports';

/** Local time of day for document names, so that earlier responses stay open beside later ones. */
export function documentStamp({ clock, zone }: Pick<Ports, 'clock' | 'zone'>): string {
  const now = clock.now();
  const { second } = localTime(now, zone.offsetMinutes(now));
  // No two documents of one second may have the same name.
  return `${second.replaceAll(':', '-')}.${String(now % 1000).padStart(3, '0')}`;
}
