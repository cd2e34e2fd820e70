// A whole thematic meeting: planned, announced, commented on by members, run and closed without a network.
import assert from 'node:assert/strict';

import { LAPTOP, PHONE } from './devices.mjs';
import { exchange } from './exchange.mjs';
import { scenario } from './harness.mjs';
import {
  assign, begin, callIn, closeMeeting, end, enterWords, forward, HEAD, jot, open, ROLL, say, step, takeFiles, vote,
} from './meeting.mjs';
import * as member from './member.mjs';
import { assertPapers } from './office.mjs';
import { hostSample } from './sample.mjs';
import * as secretary from './secretary.mjs';
import { KEEP_EVERYTHING } from './service-worker.mjs';

const TASK = 'Lập danh sách lớp dạy nghề';
const RUN = { timeout: 300_000 };
const THEME = 'Giữ nghề mộc của làng';
const PREPARER = 'Đặng Thị Tuyết';
const LOC = 'Nguyễn Văn Lộc';
const NHAN = 'Phạm Thị Nhàn';
const FROM_LOC = ['Chỉ còn ba xưởng mở cửa.', 'Thợ trẻ đi làm xa.', 'Mở lớp dạy nghề buổi tối.'];
const FROM_NHAN = ['Xưởng thiếu mặt bằng.', 'Gỗ phải mua từ xa.', 'Mở lớp dạy nghề ở nhà văn hóa.'];

/** A member's device with everything that is out. */
async function join(stage, link) {
  const phone = await stage.device(PHONE);
  await member.join(phone, link);
  await exchange(phone, stage.server.app);
  await phone.goto(stage.server.app);
  return phone;
}

/** Says something on the theme, in all three boxes. */
async function comment(phone, app, address, words) {
  await exchange(phone, app);
  await phone.goto(address);
  await phone.getByRole('link', { name: 'Góp ý chuyên đề' }).click();
  await member.writeComment(phone, words);
  await member.sendComment(phone);
  await exchange(phone, app);
}

/** Plans a theme and announces a meeting on it; gives the address of its notice. */
async function announce(laptop, app) {
  await laptop.goto(`${app}/chi-bo`);
  await laptop.getByRole('link', { name: 'Kế hoạch chuyên đề' }).click();
  await laptop.getByRole('button', { name: 'Thêm chuyên đề' }).click();
  const dialog = laptop.getByRole('dialog', { name: 'Thêm chuyên đề' });
  await dialog.getByRole('textbox', { name: 'Tên chuyên đề' }).fill(THEME);
  await dialog.getByRole('textbox', { name: 'Người chuẩn bị' }).fill(PREPARER);
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await laptop.getByRole('link', { name: `Soạn thông báo: ${THEME}` }).click();
  await laptop.getByLabel('Ngày họp').fill(secretary.vietnameseTime(2 * 24 * 60).day);
  await laptop.getByRole('button', { name: 'Gửi thông báo' }).click();
  await laptop.getByRole('button', { name: 'Gửi ngay' }).click();
  await laptop.getByRole('heading', { name: 'Thông báo sinh hoạt' }).waitFor();
  await exchange(laptop, app);
  await laptop.goto(`${app}/sinh-hoat`);
  await laptop.getByRole('main').getByRole('link', { name: THEME }).first().click();
  await laptop.getByRole('heading', { name: 'Thông báo sinh hoạt' }).waitFor();
  return laptop.url();
}

scenario('a theme is planned, prepared, discussed with what members sent, and concluded', async stage => {
  const { app } = stage.server;
  const links = await hostSample(stage);
  const laptop = await stage.device(LAPTOP);
  await member.join(laptop, links.secretary);
  await exchange(laptop, app);
  const loc = await join(stage, links.member);
  const nhan = await join(stage, await secretary.invite(laptop, app, NHAN));
  const digits = await member.digits(nhan);
  await exchange(laptop, app);
  await secretary.confirm(laptop, app, NHAN, digits);
  const address = await announce(laptop, app);
  await comment(loc, app, address, FROM_LOC);
  await comment(nhan, app, address, FROM_NHAN);
  await exchange(laptop, app);

  // From here on there is no network.
  assert.equal(await laptop.evaluate(KEEP_EVERYTHING), 0);
  await stage.server.kill();
  await open(laptop, app);
  await callIn(laptop);
  await begin(laptop);
  await step(laptop, /^Nêu mục đích/);
  await laptop.getByLabel('Thư ký cuộc họp').selectOption({ label: 'Trịnh Thị Mai' });
  await forward(laptop, 2);
  await forward(laptop, 3);
  await step(laptop, 'Trình bày đề dẫn chuyên đề');
  await say(laptop, { search: 'tuyet', name: PREPARER, words: 'Trình bày đề dẫn, có số liệu năm năm.' });

  // What was sent is found under whoever speaks, and under the three boxes.
  await forward(laptop, 4);
  await step(laptop, /^Thảo luận nhận thức/);
  await laptop.getByRole('button', { name: 'Thêm người phát biểu' }).click();
  const dialog = laptop.getByRole('dialog');
  await dialog.getByRole('button', { name: LOC }).click();
  await dialog.getByRole('region', { name: 'Đồng chí đã gửi trước' }).getByRole('button', { name: FROM_LOC[0] }).click();
  assert.equal(await dialog.getByRole('textbox', { name: 'Lời phát biểu' }).inputValue(), FROM_LOC[0]);
  await enterWords(laptop);
  await forward(laptop, 5);
  await step(laptop, /^Góp ý thực trạng/);
  for (const [box, name] of ['Thực trạng', 'Nguyên nhân', 'Giải pháp'].entries()) {
    const lane = laptop.getByRole('region', { name });
    for (const words of [FROM_LOC[box], FROM_NHAN[box]]) await lane.getByText(words, { exact: true }).waitFor();
  }
  await laptop.getByRole('region', { name: 'Thực trạng' }).getByText('Đã ghi').waitFor();
  for (const words of [FROM_NHAN[0], FROM_LOC[1], FROM_NHAN[1], FROM_LOC[2], FROM_NHAN[2]]) {
    await laptop.getByRole('button', { name: `Đưa vào biên bản: ${words}` }).click();
    await laptop.getByRole('button', { name: /^\d\d:\d\d/ }).filter({ hasText: words }).waitFor();
  }
  await say(laptop, { search: 'duc', name: 'Vũ Minh Đức', words: 'Nhờ hợp tác xã tiêu thụ.' });
  await say(laptop, { search: 'khai', name: 'Đinh Văn Khải', words: 'Xin nhận kèm hai em.' });

  // The same was proposed twice: one opinion stays, with both authors.
  await laptop.getByRole('button', { name: /^\d\d:\d\d/ }).filter({ hasText: FROM_LOC[2] }).click();
  await dialog.getByRole('button', { name: FROM_NHAN[2] }).click();
  const merged = `${LOC}, ${NHAN}`;
  await laptop.getByRole('button', { name: merged }).filter({ hasText: FROM_LOC[2] }).waitFor();
  await laptop.getByRole('button', { name: /^\d\d:\d\d/ }).filter({ hasText: FROM_NHAN[2] }).waitFor({ state: 'hidden' });

  await forward(laptop, 6);
  await step(laptop, /^Đánh giá chất lượng/);
  await jot(laptop, 'Kết luận', 'Mở một lớp dạy nghề buổi tối.');
  await assign(laptop, { what: TASK, who: [NHAN, LOC] });
  await vote(laptop, 'Thông qua kết luận chuyên đề', { favour: 15, against: 2 });
  await laptop.getByRole('tab', { name: 'Nội dung' }).click();
  for (const place of [7, 8, 9]) await forward(laptop, place);
  await end(laptop);

  await closeMeeting(laptop);
  const voted = '15/18 đảng viên chính thức tán thành, đạt 83,3%';
  assertPapers(await takeFiles(laptop), {
    'diem-danh': [...HEAD, 'DANH SÁCH ĐIỂM DANH', 'chuyên đề', ...ROLL],
    'bien-ban': [
      ...HEAD, 'BIÊN BẢN', PREPARER, 'Chỉ còn ba xưởng', 'a) Đồng chí Phạm Thị Nhàn', 'b) Đồng chí Nguyễn Văn Lộc',
      'c) Đồng chí Phạm Thị Nhàn', `d) Đồng chí ${LOC}, đồng chí ${NHAN}`, 'đ) Đồng chí Vũ Minh Đức',
      'e) Đồng chí Đinh Văn Khải', `Thông qua kết luận chuyên đề: ${voted}; không tán thành 02`,
      'Mở một lớp dạy nghề', 'THƯ KÝ CHỦ TRÌ',
    ],
    'nghi-quyet': [
      ...HEAD, 'Số 7-NQ/CB', 'NGHỊ QUYẾT', `về chuyên đề: ${THEME}`, 'Mở một lớp dạy nghề',
      TASK, voted, 'PHỤ LỤC',
    ],
  });

  // With the network members have the task, and the conclusion in the book.
  await stage.server.restart();
  for (const page of [laptop, loc]) await exchange(page, app);
  await loc.goto(`${app}/nhiem-vu`);
  await loc.getByRole('heading', { name: TASK }).waitFor();
  await loc.goto(`${app}/so-nghi-quyet`);
  await loc.getByRole('searchbox', { name: 'Tìm trong sổ nghị quyết' }).fill('nghi quyet 7-nq/cb nghe moc');
  await loc.getByRole('link', { name: /Nghị quyết số 7-NQ\/CB về/ }).click();
  await loc.getByRole('heading', { name: TASK }).waitFor();
}, RUN);
