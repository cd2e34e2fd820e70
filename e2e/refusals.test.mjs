// What cannot be is stopped where it is written, with a sentence; what was typed stays, and nothing of it is kept.
import assert from 'node:assert/strict';

import { PHONE } from './devices.mjs';
import { scenario } from './harness.mjs';
import { begin, open, part } from './meeting.mjs';
import { vietnameseTime } from './secretary.mjs';
import { trySample } from './walk.mjs';

const LOC = 'Nguyễn Văn Lộc';
const SAU = 'Tạ Thị Sáu';
const TASK = 'Đo lại mặt mương';

scenario('a member is entered once, unless there are two of that name', async stage => {
  const { app } = stage.server;
  const phone = await stage.device(PHONE);
  await trySample(phone, app, 'secretary');
  await phone.goto(`${app}/chi-bo/dang-vien`);
  const invitations = name => phone.getByRole('link', { name: `Mời vào sổ: ${name}` });
  await invitations(LOC).waitFor();

  await phone.getByRole('button', { name: 'Thêm đảng viên' }).click();
  const form = phone.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Họ và tên' }).fill('  nguyễn văn lộc ');
  await form.getByRole('button', { name: 'Lưu', exact: true }).click();
  await form.getByText('Trong sổ đã có tên này').waitFor();
  await form.getByRole('button', { name: 'Đóng' }).click();

  await phone.getByRole('button', { name: 'Dán nhiều tên' }).click();
  await phone.getByRole('textbox', { name: 'Danh sách họ tên' }).fill([LOC, SAU, SAU].join('\n'));
  await phone.getByRole('button', { name: 'Thêm vào sổ' }).click();
  await phone.getByText('Đã thêm 1 đồng chí. Bỏ qua 1 tên đã có.').waitFor();
  await phone.reload();
  await invitations(SAU).waitFor();
  for (const name of [LOC, SAU]) assert.equal(await invitations(name).count(), 1, name);
});

scenario('a task is not due before its meeting, and ballots add up', async stage => {
  const { app } = stage.server;
  const phone = await stage.device(PHONE);
  await trySample(phone, app, 'secretary');
  await open(phone, app);
  await part(phone, 'Nội dung');
  await phone.getByRole('button', { name: 'Kết luận, nhiệm vụ' }).click();
  await phone.getByRole('button', { name: 'Thêm việc' }).click();
  const form = phone.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Việc phải làm' }).fill(TASK);
  await form.getByLabel('Thời hạn').fill(vietnameseTime(24 * 60).day);
  await form.getByRole('button', { name: 'Lưu', exact: true }).click();
  await form.getByText(/^Không thể trước ngày họp \d\d\/\d\d\/\d{4}\.$/).waitFor();
  assert.equal(await form.getByRole('textbox', { name: 'Việc phải làm' }).inputValue(), TASK);
  await form.getByLabel('Thời hạn').fill(vietnameseTime(10 * 24 * 60).day);
  await form.getByRole('button', { name: 'Lưu', exact: true }).click();
  await form.waitFor({ state: 'hidden' });
  await phone.getByText(TASK, { exact: true }).waitFor();
  assert.equal(await phone.getByText(TASK, { exact: true }).count(), 1);

  await part(phone, 'Biểu quyết');
  await phone.getByRole('radio', { name: 'Phiếu kín' }).click();
  const enter = () => phone.getByRole('button', { name: 'Ghi kết quả vào biên bản' }).click();
  const fill = async numbers => {
    for (const [name, number] of Object.entries(numbers)) {
      await phone.getByRole('textbox', { name, exact: true }).fill(String(number));
    }
    await enter();
  };
  await fill({ 'Tán thành': 15, 'Phiếu phát ra': 19, 'Phiếu thu vào': 18, 'Phiếu không hợp lệ': 0 });
  await phone.getByText('Hãy ghi nội dung biểu quyết.').waitFor();
  await phone.getByRole('textbox', { name: 'Nội dung biểu quyết' }).fill('Kết nạp quần chúng ưu tú');
  await enter();
  await phone.getByText('Trong phòng có 18 đồng chí được biểu quyết, đã phát ra 19.').waitFor();
  await fill({ 'Phiếu phát ra': 17 });
  await phone.getByText('Phát ra 17 phiếu, thu vào 18.').waitFor();
  await fill({ 'Phiếu thu vào': 17 });
  await phone.getByText('Các loại phiếu cộng lại là 15, thu vào 17.').waitFor();
  assert.equal(await phone.getByText('Đã biểu quyết').count(), 0);
  await fill({ 'Không tán thành': 1, 'Phiếu không hợp lệ': 1 });
  await phone.getByText(/^Phiếu kín · 15\/18 tán thành, 1 không tán thành/).waitFor();
});

scenario('no score is above its maximum, and no meeting is closed before there are minutes', async stage => {
  const { app } = stage.server;
  const phone = await stage.device(PHONE);
  await trySample(phone, app, 'secretary');
  await open(phone, app);
  await phone.goto(phone.url().replace('dieu-hanh', 'ket-thuc'));
  const mark = () => phone.getByRole('button', { name: /^Chấm: Chấp hành nguyên tắc/ }).click();
  await mark();
  const form = phone.getByRole('dialog');

  // A dialog that shuts takes no words with it.
  const reason = form.getByRole('textbox', { name: 'Lý do, ghi chú' });
  await reason.fill('Còn nói chuyện riêng.');
  await form.getByText(/^Đã lưu \d/).waitFor();
  await phone.keyboard.press('Escape');
  await form.waitFor({ state: 'hidden' });
  await mark();
  const resumed = form.getByText('Đã mở lại bản nháp lần trước');
  await resumed.waitFor();
  assert.equal(await reason.inputValue(), 'Còn nói chuyện riêng.');
  await form.getByRole('button', { name: 'Soạn mới' }).click();
  await resumed.waitFor({ state: 'hidden' });

  const points = form.getByRole('textbox', { name: /^5\.1 / });
  const keep = () => form.getByRole('button', { name: 'Lưu điểm' }).click();
  for (const wrong of ['6', 'năm']) {
    await points.fill(wrong);
    await keep();
    await form.getByText('Ghi số từ 0 đến 5, ví dụ 4,5.').waitFor();
    await points.fill('');
    await form.getByText('Ghi số từ 0 đến 5, ví dụ 4,5.').waitFor({ state: 'hidden' });
  }
  await points.fill('4,5');
  await keep();
  await form.getByText('Hãy ghi lý do trừ điểm.').waitFor();
  await reason.fill('Hai đồng chí nói chuyện riêng.');
  await keep();
  await form.waitFor({ state: 'hidden' });
  await phone.getByText('Hai đồng chí nói chuyện riêng.').waitFor();

  // Nobody has come, nothing has begun: there is nothing to lock yet.
  await phone.getByRole('button', { name: 'Khóa văn bản' }).click();
  await form.getByRole('checkbox', { name: 'Có nghị quyết' }).click();
  await form.getByRole('button', { name: 'Khóa và kết thúc' }).click();
  await form.getByText('Kỳ sinh hoạt này chưa diễn ra. Hãy điểm danh hoặc bắt đầu họp trước.').waitFor();
  await form.getByRole('button', { name: 'Đóng' }).click();
  await phone.reload();
  await phone.getByRole('button', { name: 'Khóa văn bản' }).waitFor();

  // Nor while the clock runs: the minutes would never tell when the meeting ended.
  const closing = phone.url();
  await phone.goto(closing.replace('ket-thuc', 'dieu-hanh'));
  await part(phone, 'Nội dung');
  await begin(phone);
  await phone.getByRole('button', { name: 'Sang mục 2', exact: true }).waitFor();
  await phone.goto(closing);
  await phone.getByRole('button', { name: 'Khóa văn bản' }).click();
  await phone.getByText(/^Đồng hồ họp còn chạy/).waitFor();
  await phone.getByRole('button', { name: 'Kết thúc lúc này' }).click();
  await phone.getByText('Kỳ sinh hoạt chưa bấm kết thúc').waitFor({ state: 'hidden' });
});
