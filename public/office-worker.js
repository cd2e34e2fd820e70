// Writes or reads one file at a time, away from the page's thread.
// In:  { kind, input } where kind is "docx", "xlsx" or "zip" and input is an ArrayBuffer of CBOR; or "read" and a file.
// Out: { bytes }: the file, or null when the input is not what the kind asks for; of "read" what was read, in CBOR.
// A fault is an `error` event: the page then drops this worker and starts another.

import init, { docx, read, xlsx, zip } from '/office/office.js';

const writers = { docx, read, xlsx, zip };
const ready = init({ module_or_path: '/office/office_bg.wasm' });

addEventListener('message', async ({ data: { kind, input } }) => {
  try {
    await ready;
    postMessage({ bytes: writers[kind](new Uint8Array(input)) ?? null });
  } catch (fault) {
    // A rejected promise alone would reach nobody: only a thrown error reaches the page.
    setTimeout(() => {
      throw fault;
    });
  }
});
