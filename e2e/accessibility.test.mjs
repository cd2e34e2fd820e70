// Every screen of the sample branch, for a member and for the secretary: readable in all looks, usable by keyboard,
// narrow enough for the smallest phone.
import assert from 'node:assert/strict';

import { barriers, LOOKS, overflows, wear } from './accessibility.mjs';
import { LAPTOP, PHONE } from './devices.mjs';
import { scenario } from './harness.mjs';
import { begin } from './meeting.mjs';
import { awake, trySample, walk } from './walk.mjs';

const WALK = { timeout: 900_000 };

const OF_ALL = [
  '/', '/ca-nhan', '/nhiem-vu', '/phieu-khoi-phuc', '/sinh-hoat', '/sinh-hoat/*', '/sinh-hoat/*/diem-danh',
  '/sinh-hoat/*/gop-y', '/sinh-hoat/*/xin-vang', '/so-nghi-quyet', '/so-nghi-quyet/*',
  '/tai-lieu', '/tai-lieu/*', '/trao-doi', '/tu-phe-binh',
];
const OF_SECRETARY = [
  '/chi-bo', '/chi-bo/chuyen-de', '/chi-bo/dang-vien', '/chi-bo/dang-vien/*/moi', '/chi-bo/gui-tai-lieu', '/chi-bo/hop-thu',
  '/chi-bo/may-bi-thu', '/chi-bo/quy-dinh', '/chi-bo/thong-bao', '/sinh-hoat/*/chuan-bi', '/sinh-hoat/*/dieu-hanh',
  '/sinh-hoat/*/giao-viec', '/sinh-hoat/*/ho-so', '/sinh-hoat/*/ket-thuc', '/sinh-hoat/*/ma', '/sinh-hoat/*/sua',
];

/** Everything that is wrong with the screen that is shown now; leaves it as it was. */
async function look(page, screen) {
  const size = page.viewportSize();
  const found = [...await barriers(page, screen), ...await overflows(page, screen)];
  await wear(page, LOOKS[0]);
  await page.setViewportSize(size);
  return found;
}

/** Walks through everything; what the walk did not come by was not looked at. */
async function assertAll(page, app, expected) {
  const found = [];
  const visits = await walk(page, app, async screen => found.push(...await look(page, screen)));
  assert.deepEqual(found, []);
  assert.deepEqual(expected.filter(kind => !visits.has(kind)), [], 'screens that no link leads to');
}

scenario('everything that a member sees can be read by everybody', async stage => {
  const phone = await stage.device(PHONE);
  await trySample(phone, stage.server.app, 'member');
  await assertAll(phone, stage.server.app, OF_ALL);
}, WALK);

scenario('everything that the secretary sees can be read by everybody', async stage => {
  const phone = await stage.device(PHONE);
  await trySample(phone, stage.server.app, 'secretary');
  await assertAll(phone, stage.server.app, [...OF_ALL.filter(kind => !kind.endsWith('/xin-vang')), ...OF_SECRETARY]);
}, WALK);

scenario('the meeting as it runs can be read by everybody', async stage => {
  const phone = await stage.device(PHONE);
  await trySample(phone, stage.server.app, 'secretary');
  await phone.goto(stage.server.app);
  await phone.getByRole('link', { name: /^Điều hành/ }).first().click();
  await phone.getByRole('tab', { name: 'Nội dung' }).click();
  await begin(phone);
  const folded = phone.getByRole('button', { expanded: false });
  while (await folded.count() > 0) await folded.first().click();
  assert.deepEqual(await look(phone, 'Nội dung'), []);
  await phone.getByRole('button', { name: 'Thêm người phát biểu' }).click();
  assert.deepEqual(await look(phone, 'Thêm người phát biểu'), []);
  await phone.getByRole('dialog').getByRole('button', { name: 'Nguyễn Thị Lan' }).click();
  assert.deepEqual(await look(phone, 'Lời phát biểu'), []);
  await phone.keyboard.press('Escape');
  await phone.getByRole('tab', { name: 'Biểu quyết' }).click();
  await phone.getByRole('radio', { name: 'Phiếu kín' }).click();
  assert.deepEqual(await look(phone, 'Biểu quyết'), []);
});

scenario('the first screens can be read by everybody', async stage => {
  const phone = await stage.device(PHONE);
  for (const address of ['/bat-dau', '/moi', '/thanh-lap', stage.hostingLink.slice(stage.server.app.length)]) {
    await phone.goto(stage.server.app + address);
    await phone.getByRole('main').waitFor();
    assert.deepEqual(await look(phone, address), []);
  }
});

scenario('the first key leads past the navigation, and the focus is always seen', async stage => {
  const laptop = await stage.device(LAPTOP);
  await trySample(laptop, stage.server.app, 'member');
  await laptop.goto(stage.server.app);
  await awake(laptop);
  await laptop.keyboard.press('Tab');
  const skip = laptop.getByRole('link', { name: 'Đến nội dung chính' });
  assert.ok(await skip.evaluate(link => link === document.activeElement), 'the skip link comes first');
  await laptop.keyboard.press('Enter');
  assert.ok(await laptop.getByRole('main').evaluate(main => main === document.activeElement), 'it leads to the content');

  const seen = new Set();
  for (let stop = 0; stop < 12; stop += 1) {
    await laptop.keyboard.press('Tab');
    const { name, ring } = await laptop.evaluate(() => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
      const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      return { name: document.activeElement.outerHTML.slice(0, 100), ring: outlined || boxShadow !== 'none' };
    });
    if (name.startsWith('<body')) break;
    assert.ok(ring, `no ring around ${name}`);
    seen.add(name);
  }
  assert.ok(seen.size >= 5, `the keyboard reaches only ${seen.size} things`);
});
