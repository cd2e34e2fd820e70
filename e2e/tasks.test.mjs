// A task from the meeting that assigns it to the member's report, which is written without a network.
import assert from 'node:assert/strict';

import { LAPTOP, PHONE } from './devices.mjs';
import { exchange, stages } from './exchange.mjs';
import { scenario } from './harness.mjs';
import * as member from './member.mjs';
import * as secretary from './secretary.mjs';

const LAN = 'Nguyễn Thị Lan';
const TASK = 'Vận động 5 hộ xóm Giếng phân loại rác';
const WORDS = 'Ba hộ đã ký, hai hộ hẹn cuối tuần.';
const MEETING = /Sinh hoạt thường kỳ tháng/;

scenario('a member reports on a task without a network, and the secretary reads it once', async stage => {
  const { app } = stage.server;
  const laptop = await stage.device(LAPTOP);
  const phone = await stage.device(PHONE);

  await secretary.found(laptop, stage.hostingLink);
  await secretary.enter(laptop, app, [LAN]);
  await exchange(laptop, app);
  await member.join(phone, await secretary.invite(laptop, app, LAN));
  const digits = await member.digits(phone);
  await exchange(laptop, app);
  await secretary.confirm(laptop, app, LAN, digits);
  await secretary.announce(laptop, app, { minutes: 40, place: 'Nhà văn hóa thôn', theme: 'Nước sạch', papers: [] });
  await secretary.assign(laptop, app, MEETING, { what: TASK, who: LAN });
  await exchange(laptop, app);
  await exchange(phone, app);

  // The server is gone: the task is there, and what is reported waits.
  await member.open(phone, 'Nhiệm vụ');
  await phone.getByRole('heading', { name: TASK }).waitFor();
  await stage.server.kill();
  await phone.goto(`${app}/nhiem-vu`);
  await phone.getByRole('button', { name: `Báo kết quả: ${TASK}` }).click();
  const form = phone.getByRole('dialog');
  await form.getByRole('radio', { name: 'Hoàn thành', exact: false }).first().click();
  await form.getByRole('textbox', { name: 'Kết quả' }).fill(WORDS);
  await form.getByLabel('Đã làm được').fill('6');
  await form.getByLabel('Trên tổng số').fill('5');
  await form.getByRole('button', { name: 'Gửi bí thư' }).click();
  await form.getByText('Ghi số đã làm, không lớn hơn tổng số.').waitFor();
  await form.getByLabel('Đã làm được').fill('3');
  await form.getByRole('button', { name: 'Gửi bí thư' }).click();
  const task = phone.getByRole('listitem').filter({ has: phone.getByRole('heading', { name: TASK }) });
  await task.getByText('Chờ chi bộ xác nhận', { exact: true }).waitFor();
  await task.getByText('Hoàn thành, 3/5').waitFor();
  assert.deepEqual((await stages(phone, app)).slice(0, 1), ['Chờ gửi']);

  // The server is back. The secretary reads it once, and it is no news afterwards.
  await stage.server.restart();
  for (const page of [phone, laptop, phone]) await exchange(page, app);
  assert.deepEqual((await stages(phone, app)).slice(0, 1), ['Đã nhận']);
  await laptop.goto(`${app}/chi-bo`);
  await laptop.getByText('1 báo cáo nhiệm vụ').first().waitFor();
  await secretary.openMailbox(laptop, app, 'Báo cáo nhiệm vụ');
  await laptop.getByText(WORDS, { exact: true }).waitFor();
  assert.equal(await laptop.getByText(WORDS, { exact: true }).count(), 1);
  await laptop.goto(`${app}/chi-bo`);
  await laptop.getByText('Không có thư mới').first().waitFor();

  // The book shows the task under its meeting, found by a few letters without diacritics.
  await phone.goto(`${app}/so-nghi-quyet`);
  await phone.getByText('Đạt 0/1 chỉ tiêu').waitFor();
  await phone.getByRole('searchbox', { name: 'Tìm trong sổ nghị quyết' }).fill('khong co');
  await phone.getByText('Không tìm thấy trong sổ').waitFor();
  await phone.getByRole('searchbox', { name: 'Tìm trong sổ nghị quyết' }).fill('giong khac lan');
  await phone.getByText('Không tìm thấy trong sổ').waitFor();
  // By the words of its task and by who has it, in any order.
  await phone.getByRole('searchbox', { name: 'Tìm trong sổ nghị quyết' }).fill('lan phan loai rac');
  await phone.getByRole('link', { name: /Kỳ sinh hoạt/ }).waitFor();
  await phone.getByRole('searchbox', { name: 'Tìm trong sổ nghị quyết' }).fill('ky sinh hoat');
  await phone.getByRole('link', { name: /Kỳ sinh hoạt/ }).click();
  await phone.getByRole('heading', { name: TASK }).waitFor();
});
