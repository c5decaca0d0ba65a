// *Restart Language Server*.
import type { Handler, Services } from '../services';

export function restartLanguageServer({ server }: Services): Handler {
  return () => server.restart();
}
