// The place that completion was asked for last. While somebody types a word there, the document is read
// once: how it reads depends on that there is a word, not on the letters behind its first one.
import { findPlace, type FoundPlace } from './findPlace';

/** Keeps one place; another place or another document takes its room. */
export class PlaceMemo {
  #last: LastPlace | undefined;

  /** What `findPlace` finds, which is what it found before when nothing but the word has changed. */
  find(text: string, offset: number): FoundPlace | undefined {
    const typed = lettersTyped(text, offset);
    const at = offset - typed.length;
    const rest = text.slice(0, at) + text.slice(offset);
    if (this.#last?.offset !== at || this.#last.text !== rest)
      this.#last = { text: rest, offset: at, found: findPlace(rest, at) };
    const { found } = this.#last;
    return found && typed !== '' ? withLetters(found, typed) : found;
  }
}

/** The document without the letters behind the first one, and the place that was found in it. */
interface LastPlace {
  readonly text: string;
  readonly offset: number;
  readonly found: FoundPlace | undefined;
}

/** The letters between the first one of a word, which stands behind a blank, and the cursor. */
function lettersTyped(text: string, offset: number): string {
  const [, typed = ''] = /(?:^|[ \t])[a-zA-Z]([\w-]*)$/.exec(lineBefore(text, offset)) ?? [];
  return typed;
}

function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

function withLetters({ place, root }: FoundPlace, typed: string): FoundPlace {
  const span = { ...place.span, end: place.span.end + typed.length };
  return { place: { ...place, prefix: place.prefix + typed, span }, root };
}
