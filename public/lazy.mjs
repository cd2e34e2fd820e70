// What most visits never need, fetched only when asked for. Each file is named by one
// whole string, so that the build can rewrite the name to the hashed one; the wasm
// reaches these two functions through `globalThis.soTay`.

/** Loads the module that opens PDF files. */
export const openViewer = () => import('/pdf-viewer.mjs');

/** Starts a worker that reads QR codes where the browser itself cannot. */
export const decoderWorker = () => new Worker('/qr-worker.js', { type: 'module' });

globalThis.soTay = Object.assign(globalThis.soTay ?? {}, { openViewer, decoderWorker });
