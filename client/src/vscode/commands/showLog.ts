// *Show Log*.
import type { Handler, Services } from '../services';

export function showLog({ channel }: Services): Handler {
  return () => {
    channel.show(true);
    return Promise.resolve();
  };
}
