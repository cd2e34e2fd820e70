// A whole regular meeting in the secretary's hand, without a network: who is there, the steps, what is said and decided.
// The browser is killed in the middle, and everything that was entered is there again.
import assert from 'node:assert/strict';

import { PHONE } from './devices.mjs';
import { scenario } from './harness.mjs';
import {
  assign, begin, callIn, closeMeeting, end, forward, HEAD, jot, LETTERED, open, part, POINTS, ROLL, say, step, takeFiles,
} from './meeting.mjs';
import { assertPapers } from './office.mjs';
import { MortalPhone, untilStored } from './store.mjs';
import { trySample } from './walk.mjs';

const RUN = { timeout: 300_000 };

/** Everything is ticked as posted; one tick is taken back and set again. */
async function post(page) {
  const posted = page.getByRole('region', { name: 'Đã đăng và báo cáo' });
  const items = posted.getByRole('checkbox');
  const ticked = posted.getByRole('checkbox', { checked: true });
  await items.first().waitFor();
  for (let place = 0; place < await items.count(); place += 1) {
    await items.nth(place).click();
    await ticked.nth(place).waitFor();
  }
  await posted.getByText('Đã đăng và báo cáo đủ').waitFor();
  await items.first().click();
  await posted.getByRole('checkbox', { checked: false }).waitFor();
  await items.first().click();
  await posted.getByText('Đã đăng và báo cáo đủ').waitFor();
}

scenario('a secretary runs a whole meeting, and a killed browser loses nothing of it', async stage => {
  const { app } = stage.server;
  const mortal = new MortalPhone(stage, PHONE);
  let page = await mortal.start();
  await trySample(page, app, 'secretary');
  await open(page, app);
  const address = page.url();
  await page.getByText('Bắt đầu 19:00').waitFor();
  await callIn(page);

  // Opening: one chair, another one for the minutes, a guest.
  await begin(page);
  await step(page, /^Khai mạc/);
  await page.getByLabel('Thư ký cuộc họp').selectOption({ label: 'Trịnh Thị Mai' });
  await page.getByLabel('Chủ trì', { exact: true }).selectOption({ label: 'Trịnh Thị Mai' });
  await page.getByText('Chủ trì và thư ký phải là hai đồng chí khác nhau.').waitFor();
  await page.getByLabel('Chủ trì', { exact: true }).selectOption({ label: 'Bùi Văn Hòa' });
  await page.getByRole('textbox', { name: 'Họ tên, chức vụ, đơn vị' }).fill('Bà Đỗ Thị Sen, Đảng ủy xã');
  await page.getByRole('button', { name: 'Thêm đại biểu' }).click();
  await page.getByRole('button', { name: 'Bỏ: Bà Đỗ Thị Sen, Đảng ủy xã' }).waitFor();

  // Fees: more than there are is stopped at the field.
  await forward(page, 2);
  await step(page, /đảng phí/);
  const paid = page.getByLabel('Số đồng chí đã đóng');
  await paid.fill('30');
  await page.getByText('Số đồng chí đã nộp đảng phí nhiều hơn số phải nộp.').waitFor();
  await paid.fill('19');
  await page.getByText('Số đồng chí đã nộp đảng phí nhiều hơn số phải nộp.').waitFor({ state: 'hidden' });

  // The tasks of the last resolution.
  await forward(page, 3);
  await step(page, /kiểm điểm từng nhiệm vụ/);
  const task = page.getByRole('listitem').filter({ hasText: 'Bàn giao mặt bằng 240 mét' });
  await task.getByRole('button', { name: 'Đang làm' }).click();
  await task.getByLabel('Kết quả').fill('Còn 40 mét chờ gặt.');
  await task.getByText(/^Đã lưu \d/).waitFor();

  // The browser dies while somebody speaks: the words wait, and what was entered stands.
  await forward(page, 4);
  await page.getByRole('button', { name: 'Thêm người phát biểu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Phan Văn Long' }).click();
  await page.getByRole('dialog').getByText(/^Đã lưu \d/).waitFor();
  await untilStored(page, () => page.getByRole('textbox', { name: 'Lời phát biểu' }).fill('Giao mỗi tổ một đoạn'));
  await mortal.kill();
  page = await mortal.start();
  await page.goto(address);
  await step(page, /^Thảo luận nhiệm vụ/);
  await page.getByRole('button', { name: 'Đảng phí', exact: true }).click();
  assert.equal(await page.getByLabel('Số đồng chí đã đóng').inputValue(), '19');
  await page.getByRole('button', { name: 'Nhiệm vụ kỳ trước', exact: true }).click();
  const looked = page.getByRole('listitem').filter({ hasText: 'Bàn giao mặt bằng 240 mét' });
  await looked.getByRole('button', { name: 'Đang làm', pressed: true }).waitFor();
  await page.getByRole('button', { name: 'Ghi tiếp lời đang dở' }).click();
  const words = page.getByRole('textbox', { name: 'Lời phát biểu' });
  assert.equal(await words.inputValue(), 'Giao mỗi tổ một đoạn');
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi', exact: true }).click();
  await page.getByText('1/19').waitFor();

  await say(page, { search: 'dinh van khai', name: 'Đinh Văn Khải', words: 'Nạo vét mương trước ngày 15.' });
  await say(page, { search: 'lan', name: 'Nguyễn Thị Lan', words: 'Nên nạo vét sớm.' });
  await say(page, { search: 'sen', name: /Bà Đỗ Thị Sen/, kind: 'Đồng ý' });
  await page.getByText('3/19').waitFor();

  // Those that say the same become one and keep both authors; that can be undone.
  const lan = page.getByRole('button', { name: 'Nguyễn Thị Lan' });
  const khai = page.getByRole('button', { name: 'Đinh Văn Khải' });
  await khai.click();
  await page.getByRole('dialog').getByRole('button', { name: /Nên nạo vét sớm/ }).click();
  await page.getByRole('button', { name: /Đinh Văn Khải, Nguyễn Thị Lan/ }).waitFor();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await lan.filter({ hasText: 'Nên nạo vét sớm.' }).waitFor();

  await forward(page, 5);
  await step(page, 'Tự phê bình và phê bình');
  await say(page, { search: 'loc', name: 'Nguyễn Văn Lộc', words: 'Mới thăm được hai hộ.' });
  await page.getByText('tự phê bình: Mới thăm được hai hộ.').waitFor();

  // What was sent beforehand is an opinion with a tap, and keeps its author.
  await forward(page, 6);
  await forward(page, 7);
  await step(page, /^Thảo luận chuyên đề/);
  await page.getByRole('button', { name: /^Đưa vào biên bản: Mương số 2/ }).click();
  await page.getByRole('button', { name: /Trần Thanh Bình/ }).filter({ hasText: 'Mương số 2' }).waitFor();

  await forward(page, 8);
  await jot(page, 'Nhiệm vụ tháng tới', POINTS.join('\n'));
  await jot(page, 'Kết luận', 'Làm thử ở tổ liên gia số 3.');
  await assign(page, { what: 'Báo cáo kết quả làm thử', who: ['Trần Thanh Bình'] });

  // Votes: of 18, because two official members are released and the probationary ones never vote.
  await part(page, 'Biểu quyết');
  await page.getByRole('heading', { name: 'Vì sao tính trên 18?' }).waitFor();
  await page.getByRole('button', { name: 'Thông qua nghị quyết' }).click();
  const favour = page.getByRole('textbox', { name: 'Tán thành', exact: true });
  await favour.fill('19');
  await page.getByRole('button', { name: 'Ghi kết quả vào biên bản' }).click();
  await page.getByText('Trong phòng có 17 đồng chí được biểu quyết, đã đếm 19.').waitFor();
  await favour.fill('16');
  await page.getByRole('group', { name: 'Tán thành', exact: true }).getByRole('button', { name: 'Thêm một' }).click();
  await page.getByText('Được thông qua').waitFor();
  await page.getByRole('button', { name: 'Ghi kết quả vào biên bản' }).click();
  await page.getByText('Đã ghi kết quả').waitFor();
  await page.getByText('Chưa đủ phiếu').waitFor({ state: 'hidden' });
  await page.getByText(/^Giơ tay · 17\/18 tán thành/).waitFor();

  await part(page, 'Nội dung');
  await forward(page, 9);
  await end(page);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await end(page);

  await mortal.kill();
  page = await mortal.start();
  await page.goto(address);
  await part(page, 'Nội dung');
  await page.getByText(/^Đã kết thúc lúc/).waitFor();
  await page.getByRole('button', { name: /Tự phê bình và phê bình/ }).first().click();
  await page.getByText('tự phê bình: Mới thăm được hai hộ.').waitFor();
  await part(page, 'Biểu quyết');
  await page.getByText(/^Giơ tay · 17\/18 tán thành/).waitFor();

  await closeMeeting(page);
  const voted = '17/18 đảng viên chính thức tán thành, đạt 94,4%';
  assertPapers(await takeFiles(page), {
    'diem-danh': [...HEAD, 'DANH SÁCH ĐIỂM DANH', ...ROLL],
    'bien-ban': [
      ...HEAD, 'BIÊN BẢN', 'Bà Đỗ Thị Sen, Đảng ủy xã', 'b) Đồng chí Đinh Văn Khải', `Thông qua nghị quyết: ${voted}`,
      'THƯ KÝ CHỦ TRÌ', 'Trịnh Thị Mai Bùi Văn Hòa',
    ],
    'nghi-quyet': [...HEAD, 'Số 7-NQ/CB', 'NGHỊ QUYẾT', ...LETTERED, 'Báo cáo kết quả làm thử', voted, 'PHỤ LỤC'],
    'cham-diem': [...HEAD, 'PHIẾU CHẤM ĐIỂM', 'Tổng điểm', 'Chi bộ tự chấm:'],
  });
  await post(page);
}, RUN);
