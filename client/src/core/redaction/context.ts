// What a use case works with: the ports, already behind the redactor, and the redactor itself.
import type { Ports } from '../ports/ports';
import type { Redactor } from './redactor';

/** Ports and redactor of one window. */
export interface Context extends Ports {
  /** Learns every secret at the moment at which it comes into use. */
  readonly redactor: Redactor;
}
