// Reads a response body as a stream, so that its size is bounded whatever its headers say. The
// platform has decompressed it already: what is counted is what would be kept.

/** A body as text. */
export interface BodyText {
  readonly text: string;
  readonly truncated: boolean;
  readonly notUtf8: boolean;
}

/** Reads at most `maxBytes` and cancels the rest. Rejects when the connection breaks. */
export async function readBody(
  stream: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<BodyText> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let truncated = false;
  const reader = stream?.getReader();
  while (reader !== undefined && !truncated) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    truncated = size + value.length > maxBytes;
    chunks.push(truncated ? value.subarray(0, maxBytes - size) : value);
    size += value.length;
  }
  if (truncated) {
    // Whether the rest can still be cancelled is of no interest: nobody reads it.
    void reader?.cancel().catch(() => undefined);
  }
  return { ...decode(chunks, truncated), truncated };
}

/** A cut in the middle of a character is not a defect of the body. */
function decode(
  chunks: readonly Uint8Array[],
  truncated: boolean,
): Pick<BodyText, 'text' | 'notUtf8'> {
  const bytes = Buffer.concat(chunks);
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return { text: decoder.decode(bytes, { stream: truncated }), notUtf8: false };
  } catch {
    return { text: new TextDecoder('utf-8').decode(bytes), notUtf8: true };
  }
}
