// *Show Updates in Progress*, and the item of the status bar.
import type { Handler, Services } from '../services';

export function showBackground({ background }: Services): Handler {
  return () => background.choose();
}
