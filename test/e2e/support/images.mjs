// Work on pictures inside a page. These functions are sent there, so each stands alone and is written in
// the language that the page runs.

/** A PNG (base64) as a data address of the same picture in WebP. */
export async function toWebp(png) {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', 0.35);
}

/** The width of the picture that an element shows, once it is there; rejects when it cannot be shown. */
export async function naturalWidth(image) {
  await image.decode();
  return image.naturalWidth;
}
