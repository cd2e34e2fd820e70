// A meeting is prepared step by step, and the themes of the year are planned.
import assert from 'node:assert/strict';

import { PHONE } from './devices.mjs';
import { scenario } from './harness.mjs';
import { trySample } from './walk.mjs';

const DRAFTER = 'Bùi Văn Hòa';
const THEME = 'Chuyển đổi số ở nông thôn';

scenario('the secretary prepares a meeting, and each entry is there again', async stage => {
  const phone = await stage.device(PHONE);
  await trySample(phone, stage.server.app, 'secretary');
  await phone.getByRole('link', { name: 'Chuẩn bị kỳ họp' }).first().click();
  await phone.getByRole('heading', { name: 'Chuẩn bị kỳ sinh hoạt' }).waitFor();
  const bar = phone.getByRole('img', { name: /^Bước \d trên 5$/ });
  assert.equal(await bar.getAttribute('aria-label'), 'Bước 1 trên 5');

  // The bureau has met; a day that is still to come is none.
  await phone.getByRole('button', { name: 'Ghi ngày họp chi ủy' }).click();
  const bureau = phone.getByRole('dialog', { name: 'Họp chi ủy' });
  await bureau.getByLabel('Ngày họp chi ủy').fill(day(1));
  await bureau.getByRole('button', { name: 'Lưu' }).click();
  await bureau.getByText('Ngày này chưa tới').waitFor();
  await bureau.getByLabel('Ngày họp chi ủy').fill(day(-1));
  await bureau.getByRole('button', { name: 'Lưu' }).click();
  await phone.getByText(/^Đã họp ngày/).waitFor();

  // Somebody drafts the resolution; the bureau approves it; members have it.
  await phone.getByRole('button', { name: 'Giao người soạn' }).click();
  const draft = phone.getByRole('dialog', { name: 'Dự thảo nghị quyết' });
  await draft.getByRole('textbox', { name: 'Người soạn' }).fill(DRAFTER);
  await draft.getByRole('radio', { name: 'Chi ủy đã duyệt' }).click();
  await draft.getByRole('button', { name: 'Lưu' }).click();
  await phone.getByText(`${DRAFTER} soạn`).waitFor();
  await phone.reload();
  await phone.getByText(`${DRAFTER} soạn`).waitFor();
  assert.equal(await bar.getAttribute('aria-label'), 'Bước 4 trên 5');
  await phone.getByRole('button', { name: 'Ghi đã gửi dự thảo' }).click();
  await phone.getByRole('link', { name: 'Điều hành kỳ họp' }).waitFor();
  assert.equal(await bar.getAttribute('aria-label'), 'Bước 5 trên 5');

  // The theme of the meeting becomes one of the year's, and is asked for too.
  await phone.getByRole('button', { name: 'Đưa vào kế hoạch' }).click();
  await phone.getByRole('button', { name: 'Cập nhật: Chuyên đề' }).click();
  const theme = phone.getByRole('dialog', { name: 'Chuyên đề' });
  await theme.getByRole('radio', { name: 'Đã gửi đảng viên' }).click();
  await theme.getByRole('button', { name: 'Lưu' }).click();
  await phone.getByRole('link', { name: 'Điều hành kỳ họp' }).waitFor();

  // Whom to call, what is due, what earlier meetings have left.
  for (const name of ['Mốc phải giữ', 'Chưa trả lời thông báo', 'Bộ tài liệu kỳ này', 'Nhiệm vụ chưa xong']) {
    await phone.getByRole('heading', { name }).waitFor();
  }
  await phone.getByText('Đăng nghị quyết, báo cáo cấp trên').waitFor();
});

scenario('the themes of a year are planned, and one becomes a notice', async stage => {
  const { app } = stage.server;
  const phone = await stage.device(PHONE);
  await trySample(phone, app, 'secretary');
  await phone.goto(`${app}/chi-bo`);
  await phone.getByRole('link', { name: 'Kế hoạch chuyên đề' }).click();
  await phone.getByRole('list', { name: 'Bốn quý' }).waitFor();
  await phone.getByRole('button', { name: 'Thêm chuyên đề' }).click();
  const dialog = phone.getByRole('dialog', { name: 'Thêm chuyên đề' });
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await dialog.getByText('Mời đồng chí ghi tên chuyên đề.').waitFor();
  await dialog.getByRole('textbox', { name: 'Tên chuyên đề' }).fill(THEME);
  await dialog.getByRole('textbox', { name: 'Người chuẩn bị' }).fill(DRAFTER);
  await dialog.getByRole('button', { name: 'Lưu' }).click();

  await phone.getByRole('button', { name: `Bỏ: ${THEME}` }).click();
  await phone.getByText('Đã bỏ chuyên đề').waitFor();
  await phone.getByRole('button', { name: 'Hoàn tác' }).click();
  await phone.reload();

  await phone.getByRole('link', { name: `Soạn thông báo: ${THEME}` }).click();
  const title = phone.getByRole('textbox', { name: 'Tên chuyên đề' });
  await title.waitFor();
  assert.equal(await title.inputValue(), THEME);
  assert.equal(await phone.getByRole('textbox', { name: 'Người chuẩn bị' }).inputValue(), DRAFTER);

  // Words that were taken back do not return.
  const saved = phone.getByText(/^Đã lưu \d/);
  await title.fill(`${THEME} và chợ`);
  await saved.waitFor();
  await title.fill(THEME);
  await saved.waitFor({ state: 'hidden' });
  await phone.reload();
  await title.waitFor();
  assert.equal(await title.inputValue(), THEME);
  assert.equal(await phone.getByText('Đã mở lại bản nháp lần trước').count(), 0);
  await phone.getByLabel('Ngày họp').fill(day(-2));
  await phone.getByRole('button', { name: 'Gửi thông báo' }).click();
  await phone.getByText('Ngày này đã qua.').waitFor();
});

/** The day in Vietnam, so many days from today, as a field takes it. */
function day(days) {
  const moment = new Date(Date.now() + days * 86_400_000);
  return moment.toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
}
