// The fake camera films what the tests say it films: a code that was made, and one that stands on another screen, are
// read again by the app's own decoder.
import assert from 'node:assert/strict';

import { LAPTOP, PHONE } from './devices.mjs';
import { codeOf, film, pictureOf } from './film.mjs';
import { FILM, scenario } from './harness.mjs';

const TEXT = 'Chi bộ thôn Đồng Sen, 19:00 thứ Bảy';

/** What the decoder finds in frames of the camera, until it finds `count` different texts. */
function readCamera(page, count) {
  return page.evaluate(async wanted => {
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 720 } });
    await video.play();
    const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    const decoder = soTay.decoderWorker();
    const found = new Set();
    for (let frame = 0; frame < 40 && found.size < wanted; frame += 1) {
      await new Promise(resolve => video.requestVideoFrameCallback(resolve));
      context.drawImage(video, 0, 0);
      const { width, height, data } = context.getImageData(0, 0, canvas.width, canvas.height);
      decoder.postMessage({ width, height, pixels: data.buffer }, [data.buffer]);
      const { text } = await new Promise((resolve, reject) => {
        decoder.onmessage = ({ data: answer }) => resolve(answer);
        decoder.onerror = ({ message }) => reject(new Error(message));
      });
      if (text !== null) found.add(text);
    }
    decoder.terminate();
    for (const track of video.srcObject.getTracks()) track.stop();
    return [...found].sort();
  }, count);
}

scenario('a filmed text is read again', async stage => {
  const phone = await stage.device(PHONE);
  await phone.goto(stage.server.app);
  film(FILM, codeOf(TEXT));
  assert.deepEqual(await readCamera(phone, 1), [TEXT]);
});

scenario('several filmed texts are read one after the other', async stage => {
  const phone = await stage.device(PHONE);
  await phone.goto(stage.server.app);
  film(FILM, codeOf('một'), codeOf('hai'), codeOf('ba'));
  assert.deepEqual(await readCamera(phone, 3), ['ba', 'hai', 'một']);
});

scenario('a code on the screen of another device is read', async stage => {
  const laptop = await stage.device(LAPTOP);
  const { width, light } = codeOf(TEXT);
  const squares = [...light].map((value, at) => (value === 0 ? `M${at % width} ${Math.floor(at / width)}h1v1h-1z` : ''));
  await laptop.setContent(`<svg role="img" width="300" viewBox="0 0 ${width} ${width}"><path d="${squares.join('')}"/></svg>`);
  film(FILM, await pictureOf(laptop.getByRole('img')));

  const phone = await stage.device(PHONE);
  await phone.goto(stage.server.app);
  assert.deepEqual(await readCamera(phone, 1), [TEXT]);
});
