// A port for the editor: always the same one if possible, so that a bookmark keeps working.
import { createServer } from 'node:net';

/**
 * @param {number} preferred
 * @returns {Promise<number>} the preferred port, or 0 (any) when something listens there already
 */
export function freePort(preferred) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      console.log(`  Port ${preferred} is in use; taking another one.`);
      resolve(0);
    });
    probe.listen(preferred, '127.0.0.1', () => probe.close(() => resolve(preferred)));
  });
}
