// What Chromium's camera sees: still pictures one after the other, written as an uncompressed film. The picture of a
// code is made from a text, or taken from the screen of another phone.
import fs from 'node:fs';

import { PNG } from 'pngjs';
import qrcode from 'qrcode-generator';

const WIDTH = 1280;
const HEIGHT = 720;
const PICTURES_A_SECOND = 4;
const WHITE = 255;
const NO_COLOUR = 128;
/** Squares of white around a code. */
const QUIET = 4;

qrcode.stringToBytes = text => Buffer.from(text);

/** A QR code of `text`. */
export function codeOf(text) {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const side = code.getModuleCount() + 2 * QUIET;
  const light = Buffer.alloc(side * side, WHITE);
  for (let row = 0; row < code.getModuleCount(); row += 1) {
    for (let column = 0; column < code.getModuleCount(); column += 1) {
      if (code.isDark(row, column)) light[(row + QUIET) * side + column + QUIET] = 0;
    }
  }
  return { width: side, height: side, light };
}

/** What stands on another screen, such as the code that it shows. */
export async function pictureOf(locator) {
  const { width, height, data } = PNG.sync.read(await locator.screenshot());
  const light = Buffer.alloc(width * height);
  for (let pixel = 0; pixel < light.length; pixel += 1) {
    const [red, green, blue] = data.subarray(4 * pixel, 4 * pixel + 3);
    light[pixel] = (red + green + blue) / 3;
  }
  return { width, height, light };
}

/** Puts pictures before the camera; it sees each for a quarter of a second, and then the first again. */
export function film(file, ...pictures) {
  const head = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${PICTURES_A_SECOND}:1 Ip A1:1 C420jpeg\n`;
  const colour = Buffer.alloc(WIDTH * HEIGHT / 2, NO_COLOUR);
  const frames = pictures.flatMap(picture => [Buffer.from('FRAME\n'), scene(picture), colour]);
  fs.writeFileSync(file, Buffer.concat([Buffer.from(head), ...frames]));
}

/** The picture in the middle of a white wall, in the largest whole number of pixels for each of its own. */
function scene({ width, height, light }) {
  const wall = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  const scale = Math.floor(HEIGHT / Math.max(width, height));
  if (scale === 0) throw new Error(`${width} x ${height} does not fit before the camera`);
  const left = Math.floor((WIDTH - width * scale) / 2);
  const top = Math.floor((HEIGHT - height * scale) / 2);
  for (let y = 0; y < height * scale; y += 1) {
    const row = Math.floor(y / scale) * width;
    for (let x = 0; x < width * scale; x += 1) {
      wall[(top + y) * WIDTH + left + x] = light[row + Math.floor(x / scale)];
    }
  }
  return wall;
}
