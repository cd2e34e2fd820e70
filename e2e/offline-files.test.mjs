// Everything that the build makes for a phone is there when the network is not: the page itself, and what is fetched
// later, when the phone is idle. What the app shows is the other journeys' affair.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { chromium } from 'playwright-core';

import { startServer } from './server.mjs';

const TIMEOUT_MS = 60_000;
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

let browser;
let server;

before(async () => {
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  server = await startServer();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** A page whose phone has fetched everything that it fetches when idle. */
async function openToTheEnd() {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    navigator.serviceWorker.addEventListener('message', ({ data }) => {
      if (data.type === 'later-cached') window.later = data;
    });
  });
  await page.goto(server.app);
  // The app says so itself; once more does no harm.
  await page.evaluate(() => dispatchEvent(new Event('so-tay:usable')));
  const later = await page.waitForFunction(() => window.later);
  assert.equal((await later.jsonValue()).missing, 0);
  return page;
}

test('PDF files and QR codes are read with the server gone', { timeout: TIMEOUT_MS }, async () => {
  const page = await openToTheEnd();
  await server.kill();
  await page.goto(`${server.app}/tai-lieu`);

  const text = await page.evaluate(async file => {
    const viewer = await soTay.openViewer();
    const handle = await viewer.open(new TextEncoder().encode(file));
    const first = await viewer.text(handle, 1);
    await viewer.close(handle);
    return first;
  }, PDF);
  assert.equal(text, 'Chi bo mot');

  // That an empty picture holds no code is an answer too: the decoder has looked.
  const answer = await page.evaluate(() => new Promise((resolve, reject) => {
    const worker = soTay.decoderWorker();
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(`the decoder: ${message}`));
    worker.postMessage({ width: 100, height: 100, pixels: new ArrayBuffer(4 * 100 * 100) });
  }));
  assert.deepEqual(answer, { text: null });
});
