/** A PNG (base64) as a data address of the same picture in WebP. */
export function toWebp(png: string): Promise<string>;

/** The width of the picture that an element shows, once it is there; rejects when it cannot be shown. */
export function naturalWidth(image: unknown): Promise<number>;
