// A meeting that is going on moves from the secretary's phone to the laptop and back, as files, without a network.
import assert from 'node:assert/strict';

import { LAPTOP, PHONE } from './devices.mjs';
import { exchange, handOver, takeBundle } from './exchange.mjs';
import { scenario } from './harness.mjs';
import { begin, forward, open, part, say, step, vote } from './meeting.mjs';
import * as member from './member.mjs';
import { hostSample } from './sample.mjs';
import { KEEP_EVERYTHING } from './service-worker.mjs';

const FIRST = 'Nạo vét mương trước ngày 15.';
const SECOND = 'Tổ liên gia số 3 xin làm trước.';

/** A device that needs no network from here on. */
async function settle(stage, kind, link) {
  const page = await stage.device(kind);
  await member.join(page, link);
  await exchange(page, stage.server.app);
  assert.equal(await page.evaluate(KEEP_EVERYTHING), 0);
  return page;
}

/** Until the meeting shows these opinions in the step that runs, each once. */
async function shows(page, opinions) {
  for (const words of opinions) {
    const said = page.getByRole('button', { name: words });
    await said.first().waitFor();
    assert.equal(await said.count(), 1, words);
  }
}

scenario('a meeting that goes on is handed from the phone to the laptop and back', async stage => {
  const { app } = stage.server;
  const { secretary, member: ordinary } = await hostSample(stage);
  const phone = await settle(stage, PHONE, secretary);
  const laptop = await settle(stage, LAPTOP, secretary);
  const other = await settle(stage, PHONE, ordinary);
  await stage.server.kill();

  // The phone calls three in and hears the first.
  await open(phone, app);
  const present = phone.getByRole('main').locator('.roll__row').getByRole('button', { name: 'Có mặt' });
  for (const place of [0, 1, 2]) await present.nth(place).click();
  await part(phone, 'Nội dung');
  await begin(phone);
  for (const place of [2, 3, 4]) await forward(phone, place);
  await say(phone, { search: 'khai', name: 'Đinh Văn Khải', words: FIRST });
  const toLaptop = await handOver(phone, app);

  // It is nothing for a member.
  assert.equal(await takeBundle(other, app, toLaptop), 'Việc này chỉ bí thư chi bộ làm được.');

  // The laptop goes on in the same step.
  assert.equal(
    await takeBundle(laptop, app, toLaptop),
    'Đã nhận những gì ghi ở máy kia: 1 ý kiến, 0 biểu quyết, 3 điểm danh.',
  );
  await open(laptop, app);
  await step(laptop, /^Thảo luận nhiệm vụ/);
  await shows(laptop, [FIRST]);
  await say(laptop, { search: 'dung', name: 'Hoàng Thị Dung', words: SECOND });
  await vote(laptop, 'Thông qua nghị quyết', { favour: 17 });
  const toPhone = await handOver(laptop, app);

  // The phone has all of it, once, however often it takes the file.
  assert.match(await takeBundle(phone, app, toPhone), /^Đã nhận những gì ghi ở máy kia: 1 ý kiến, 1 biểu quyết/);
  assert.equal(await takeBundle(phone, app, toPhone), 'Máy này đã có đủ những gì ghi ở máy kia.');
  await open(phone, app);
  await step(phone, /^Thảo luận nhiệm vụ/);
  await shows(phone, [FIRST, SECOND]);
  await part(phone, 'Biểu quyết');
  await phone.getByText(/^Giơ tay · 17\/18 tán thành/).waitFor();
  await part(phone, 'Điểm danh');
  await phone.getByRole('main').getByRole('button', { name: 'Có mặt', pressed: true }).nth(2).waitFor();
  assert.equal(await phone.getByRole('main').getByRole('button', { name: 'Có mặt', pressed: true }).count(), 3);
});
