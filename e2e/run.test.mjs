// A whole regular meeting in the secretary's hand, without a network: who is there, the steps, what is said and decided.
// The browser is killed in the middle, and everything that was entered is there again.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { PHONE } from './devices.mjs';
import { scenario } from './harness.mjs';
import { MortalPhone } from './store.mjs';
import { trySample } from './walk.mjs';

const RUN = { timeout: 300_000 };
/** Of the sample branch: exempt and elsewhere, so that nobody calls them. */
const RELEASED = ['Cao Xuân Phúc', 'Dương Thị Thảo'];
const AWAY = 'Lê Thị Hạnh';

const part = (page, name) => page.getByRole('tab', { name }).click();
const step = (page, name) => page.getByRole('heading', { level: 2, name }).waitFor();
const forward = (page, place) => page.getByRole('button', { name: `Sang mục ${place}` }).click();

/** Opens the next meeting as it runs, from Hôm nay. */
async function open(page, app) {
  await page.goto(app);
  await page.getByRole('link', { name: /^Điều hành/ }).first().click();
  await page.getByRole('heading', { name: 'Điều hành', level: 1 }).waitFor();
}

/** Calls everybody in, from the top of the list to its end. */
async function callIn(page) {
  const rows = page.getByRole('main').locator('.roll__row');
  await rows.first().waitFor();
  let last = 0;
  for (const row of await rows.all()) {
    const name = (await row.locator('.roll__name').innerText()).trim();
    if (RELEASED.includes(name)) continue;
    if (name === AWAY) {
      await row.getByRole('button', { name: 'Vắng' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Vắng có lý do' }).click();
    } else {
      await row.getByRole('button', { name: 'Có mặt' }).click();
    }
    const scrolled = await page.evaluate(() => scrollY);
    assert.ok(scrolled >= last, `the list went back at ${name}`);
    last = scrolled;
  }
  await page.getByText('Có mặt 19/20 đồng chí').waitFor();
  await page.getByRole('button', { name: 'Kết thúc điểm danh' }).last().click();
  await page.getByText('Đã kết thúc điểm danh').waitFor();
}

/** The lock asks for every item that is missing in the score, criterion after criterion. */
async function score(page) {
  await page.getByRole('button', { name: 'Khóa văn bản' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Chưa chấm mục này.').first().waitFor();
  while (await dialog.count() > 0) {
    const criterion = await dialog.getByRole('heading', { level: 2 }).innerText();
    for (const points of await dialog.getByRole('textbox', { name: /Điểm, tối đa/ }).all()) {
      await points.fill(await points.evaluate(field => /tối đa ([\d,]+)/.exec(field.labels[0].textContent)[1]));
    }
    for (const note of await dialog.getByRole('textbox', { name: 'Lý do, ghi chú' }).all()) {
      await note.fill('Chi bộ thống nhất.');
    }
    await dialog.getByRole('button', { name: 'Lưu điểm' }).click();
    await dialog.getByRole('heading', { name: criterion, level: 2 }).waitFor({ state: 'hidden' });
  }
}

/** Puts the score to the vote: the way there has the question filled in, with the points. */
async function voteOnScore(page) {
  await page.getByText('Chưa biểu quyết điểm tự chấm').waitFor();
  await page.getByRole('link', { name: 'Biểu quyết điểm' }).click();
  const question = /^Thông qua điểm buổi sinh hoạt: [\d,]+ điểm, mức /.source;
  await page.waitForFunction(asked => new RegExp(asked).test(document.querySelector('#question')?.value), question);
  await page.getByRole('textbox', { name: 'Tán thành', exact: true }).fill('18');
  await page.getByRole('button', { name: 'Ghi kết quả vào biên bản' }).click();
  await page.getByText('Đã ghi kết quả').waitFor();
  await page.getByRole('link', { name: 'Quay lại' }).click();
  await page.getByText('Chi bộ đã biểu quyết điểm').waitFor();
}

/** Locks what came of the meeting: never without its score and the vote that carried it, and then for good. */
async function closeMeeting(page) {
  await part(page, 'Nội dung');
  await page.getByRole('link', { name: 'Kết thúc kỳ sinh hoạt' }).click();
  await page.getByRole('heading', { name: 'Kết thúc kỳ sinh hoạt', level: 1 }).waitFor();
  await score(page);
  await voteOnScore(page);
  await page.getByRole('button', { name: 'Khóa văn bản' }).click();
  const dialog = page.getByRole('dialog');
  const vote = dialog.getByLabel('Biểu quyết thông qua');
  await vote.selectOption({ index: 0 });
  await dialog.getByRole('button', { name: 'Khóa và kết thúc' }).click();
  await dialog.getByText('Chọn lần biểu quyết đã thông qua nghị quyết.').waitFor();
  await vote.selectOption({ index: 1 });
  await dialog.getByRole('button', { name: 'Khóa và kết thúc' }).click();
  await page.getByText(/^Đã khóa lúc/).waitFor();
  await page.getByRole('button', { name: 'Khóa văn bản' }).waitFor({ state: 'hidden' });
}

/** The files of the meeting, made without a network, all in one. */
async function takeFiles(page) {
  await page.getByRole('link', { name: 'Quay lại' }).click();
  await page.getByRole('link', { name: /^Nghị quyết/ }).first().waitFor();
  await page.getByRole('link', { name: 'Hồ sơ kỳ sinh hoạt' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /một tệp zip/ }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^\d{4}-\d{2}-\d{2}.*\.zip$/);
  const zip = readFileSync(await download.path());
  assert.equal(zip.toString('latin1', 0, 4), 'PK\x03\x04');
  for (const name of ['bien-ban', 'nghi-quyet', 'diem-danh', 'cham-diem']) {
    assert.ok(zip.includes(name), `the archive holds ${name}`);
  }
}

/** Enters what somebody said: the name is looked for without diacritics. */
async function say(page, { search, name, kind, words }) {
  await page.getByRole('button', { name: 'Thêm người phát biểu' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Tìm tên' }).fill(search);
  await dialog.getByRole('button', { name }).click();
  if (kind) await dialog.getByRole('button', { name: kind, exact: true }).click();
  if (words) await dialog.getByRole('textbox', { name: 'Lời phát biểu' }).fill(words);
  await dialog.getByRole('button', { name: 'Ghi', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name }).filter({ hasText: words ?? 'đồng ý' }).waitFor();
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
  await page.getByRole('button', { name: 'Sang nội dung' }).click();
  await page.getByRole('button', { name: 'Bắt đầu họp' }).click();
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
  await page.getByRole('textbox', { name: 'Lời phát biểu' }).fill('Giao mỗi tổ một đoạn');
  await page.getByRole('dialog').getByText(/^Đã lưu \d/).waitFor();
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
  await page.getByRole('textbox', { name: 'Kết luận' }).fill('Làm thử ở tổ liên gia số 3.');
  await page.getByText(/^Đã lưu \d/).first().waitFor();
  await page.getByRole('button', { name: 'Thêm việc' }).click();
  await page.getByRole('textbox', { name: 'Việc phải làm' }).fill('Dời điểm tập kết rác');
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
  await page.getByText('Dời điểm tập kết rác').waitFor();

  // Votes: of 18, because two official members are released and the probationary ones never vote.
  await part(page, 'Biểu quyết');
  await page.getByRole('heading', { name: 'Vì sao tính trên 18?' }).waitFor();
  await page.getByRole('button', { name: 'Thông qua nghị quyết' }).click();
  const favour = page.getByRole('textbox', { name: 'Tán thành', exact: true });
  await favour.fill('19');
  await page.getByRole('button', { name: 'Ghi kết quả vào biên bản' }).click();
  await page.getByText('Tổng số phiếu nhiều hơn số đồng chí được biểu quyết.').waitFor();
  await favour.fill('16');
  await page.getByRole('group', { name: 'Tán thành', exact: true }).getByRole('button', { name: 'Thêm một' }).click();
  await page.getByText('Được thông qua').waitFor();
  await page.getByRole('button', { name: 'Ghi kết quả vào biên bản' }).click();
  await page.getByText('Đã ghi kết quả').waitFor();
  await page.getByText(/^Giơ tay · 17\/18 tán thành/).waitFor();

  await part(page, 'Nội dung');
  await forward(page, 9);
  await page.getByRole('button', { name: 'Kết thúc' }).click();
  await page.getByText(/^Đã kết thúc lúc/).waitFor();

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
  await takeFiles(page);
}, RUN);
