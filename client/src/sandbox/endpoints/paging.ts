// Paging of lists: `limit`, `marker`, and the `page_info` of the answer.
import type { Reading } from '../checks/fields';
import { invalidRequest } from '../http/reply';
import type { Call } from './call';
import { queryParameter } from './call';

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly page_info: { readonly next_marker?: string; readonly current_count: number };
  readonly total_count: number;
}

/** Cuts the page that the query asks for; `largest` is also the default limit. */
export function pageOf<T extends { readonly id: string }>(
  call: Call,
  all: readonly T[],
  largest: number,
): Reading<Page<T>> {
  const limitText = queryParameter(call, 'limit');
  const marker = queryParameter(call, 'marker') ?? '';
  if (marker !== '' && limitText === undefined) return refuse('marker must be used with limit');
  const limit = limitText === undefined ? largest : Number(limitText);
  if (!/^\d+$/.test(limitText ?? '0') || limit > largest) {
    return refuse(`limit must be an integer from 0 to ${largest}`);
  }
  const before = marker === '' ? -1 : all.findIndex((item) => item.id === marker);
  if (marker !== '' && before < 0) return refuse('marker is unknown');
  const items = all.slice(before + 1, before + 1 + limit);
  const last = items.at(-1);
  const more = last !== undefined && before + 1 + items.length < all.length;
  const page_info = {
    ...(more ? { next_marker: last.id } : {}),
    current_count: items.length,
  };
  return { kind: 'read', value: { items, page_info, total_count: all.length } };
}

function refuse(detail: string): Reading<never> {
  return { kind: 'refused', refusal: invalidRequest(detail) };
}
