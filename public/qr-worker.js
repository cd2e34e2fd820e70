// Reads one camera frame at a time, away from the page's thread.
// In:  { width, height, pixels } where pixels is an ArrayBuffer of RGBA.
// Out: { text }: the code's text, or null when the frame shows none.
// A fault is an `error` event: the page then drops this worker and starts another.

import init, { decode } from '/decoder/decoder.js';

const ready = init({ module_or_path: '/decoder/decoder_bg.wasm' });

/** The brightness of each pixel, weighted as the eye does (BT.601, in 256ths). */
function luma(rgba) {
  const grey = new Uint8Array(rgba.length / 4);
  for (let from = 0, to = 0; to < grey.length; from += 4, to += 1) {
    grey[to] = (77 * rgba[from] + 150 * rgba[from + 1] + 29 * rgba[from + 2]) >> 8;
  }
  return grey;
}

addEventListener('message', async ({ data: { width, height, pixels } }) => {
  try {
    await ready;
    postMessage({ text: decode(luma(new Uint8Array(pixels)), width, height) ?? null });
  } catch (fault) {
    // A rejected promise alone would reach nobody: only a thrown error reaches the page.
    setTimeout(() => {
      throw fault;
    });
  }
});
