// Progress of long work in plain lines, readable in a terminal and in the log of a build machine.

const heartbeatMs = 10_000;

/**
 * Says what is being done, that it is still going on, and how long it took.
 *
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function step(title, task) {
  const began = Date.now();
  const elapsed = () => `${Math.round((Date.now() - began) / 1000)} s`;
  console.log(`… ${title}`);
  const heartbeat = setInterval(() => console.log(`… ${title}, ${elapsed()} so far`), heartbeatMs);
  try {
    const result = await task();
    console.log(`✓ ${title} (${elapsed()})`);
    return result;
  } catch (error) {
    console.log(`✗ ${title} (${elapsed()})`);
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}
