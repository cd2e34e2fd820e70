// What was opened with a network opens without one, in each engine: every address, and the parts of the app that are
// fetched only when the phone is idle.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ENGINES, openWindow } from './browsers.mjs';
import { startServer } from './server.mjs';
import { KEEP_EVERYTHING } from './service-worker.mjs';

const TIMEOUT_MS = 120_000;
const WELCOME = 'Quét mã mời';

// As small as a file can be that pdf.js still reads: one page, one line.
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 39>>stream
BT /F 12 Tf 10 50 Td (Chi bo mot) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
`;

const READ_PDF = `(async () => {
  const viewer = await soTay.openViewer();
  const handle = await viewer.open(new TextEncoder().encode(${JSON.stringify(PDF)}));
  const text = await viewer.text(handle, 1);
  await viewer.close(handle);
  return text;
})()`;

/** That an empty picture holds no code is an answer too: the decoder has looked. */
const LOOK_FOR_CODE = `new Promise(resolve => {
  const worker = soTay.decoderWorker();
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => resolve('the decoder: ' + message);
  worker.postMessage({ width: 100, height: 100, pixels: new ArrayBuffer(4 * 100 * 100) });
})`;

for (const engine of ENGINES) {
  test(`${engine}: what was opened once opens again with the server gone`, { timeout: TIMEOUT_MS }, async () => {
    const server = await startServer();
    const window = await openWindow(engine);
    try {
      await window.goto(server.app);
      await window.waitForText(WELCOME);
      assert.equal(await window.run(KEEP_EVERYTHING), 0);

      await server.kill();
      for (const address of ['/', '/tai-lieu', '/sinh-hoat', '/bat-dau']) {
        await window.goto(server.app + address);
        await window.waitForText(WELCOME);
      }
      assert.equal(await window.run(READ_PDF), 'Chi bo mot');
      assert.deepEqual(await window.run(LOOK_FOR_CODE), { text: null });
    } finally {
      await window.close();
      await server.stop();
    }
  });
}
