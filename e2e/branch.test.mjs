// A month of a branch, from its founding to the words that arrive after the network was gone.
import assert from 'node:assert/strict';

import { LAPTOP, PHONE } from './devices.mjs';
import { exchange, stages } from './exchange.mjs';
import { scenario } from './harness.mjs';
import * as member from './member.mjs';
import { lineOf, PDFS, TEXTS } from './papers.mjs';
import * as secretary from './secretary.mjs';
import { KEEP_EVERYTHING } from './service-worker.mjs';

const LAN = 'Nguyễn Thị Lan';
const OTHERS = ['Trần Văn Bình', 'Lê Thị Thu', 'Phạm Quốc Đạt'];
const THEME = 'Giữ nước sạch ở đầu thôn';
const WORDS = ['Mương đầu thôn đã ứ rác.', 'Chưa ai được giao trông coi.', 'Giao mỗi xóm một tuần.'];
const MEETING = /Sinh hoạt thường kỳ tháng/;

scenario('a branch is founded, meets without a network, and nothing is lost or doubled', async stage => {
  const { app } = stage.server;
  const laptop = await stage.device(LAPTOP);
  const phone = await stage.device(PHONE);

  // Founding, members, one invitation.
  await secretary.found(laptop, stage.hostingLink);
  await secretary.enter(laptop, app, [LAN, ...OTHERS]);
  await exchange(laptop, app);
  const link = await secretary.invite(laptop, app, LAN);
  await member.join(phone, link, 'Lớn');
  const digits = await member.digits(phone);
  await exchange(laptop, app);
  await secretary.confirm(laptop, app, LAN, digits);

  // Papers and a notice.
  const titles = [];
  for (const file of [...TEXTS, ...PDFS]) titles.push(await secretary.publish(laptop, app, file));
  await secretary.announce(laptop, app, { minutes: 40, place: 'Nhà văn hóa thôn', theme: THEME, papers: titles });
  await exchange(laptop, app);

  // The member gets everything and reads it, at first with a network.
  await exchange(phone, app);
  await phone.goto(app);
  await phone.getByRole('heading', { name: 'Chào đồng chí Lan' }).waitFor();
  await phone.getByRole('heading', { name: MEETING }).waitFor();
  await member.open(phone, 'Tài liệu');
  await phone.getByText(/^Đã lưu, /).nth(titles.length - 1).waitFor();
  assert.equal(await phone.evaluate(KEEP_EVERYTHING), 0);
  await readEverything(phone, async () => {
    // The words come first; that the pages were wanted is remembered.
    await phone.getByRole('button', { name: 'Xem bản gốc' }).click();
  });

  // The server is gone. What was read is read again, and said in three ways.
  await stage.server.kill();
  await phone.goto(app);
  await readEverything(phone);
  await member.openMeeting(phone, MEETING);
  await member.attend(phone);
  await phone.getByRole('link', { name: 'Góp ý chuyên đề' }).click();
  await member.writeComment(phone, WORDS);
  await phone.reload();
  assert.equal(await phone.getByRole('textbox', { name: 'Nguyên nhân' }).inputValue(), WORDS[1]);
  await member.sendComment(phone);

  await secretary.openMeeting(laptop, app, MEETING);
  const code = await secretary.showCode(laptop);
  await member.openMeeting(phone, MEETING);
  await member.checkIn(phone, code);
  assert.deepEqual((await stages(phone, app)).slice(0, 3), ['Chờ gửi', 'Chờ gửi', 'Chờ gửi']);

  // The server is back. Everything arrives once, and the member sees that it did.
  await stage.server.restart();
  for (const page of [phone, laptop, phone, laptop]) await exchange(page, app);
  assert.deepEqual((await stages(phone, app)).slice(0, 3), ['Đã nhận', 'Đã nhận', 'Đã nhận']);

  await secretary.openMailbox(laptop, app, 'Góp ý');
  for (const words of WORDS) assert.equal(await laptop.getByText(words, { exact: true }).count(), 1, words);
  await secretary.openMailbox(laptop, app, 'Trả lời');
  await laptop.getByText('Sẽ có mặt 1, xin vắng 0, chưa trả lời 3.').waitFor();
  await secretary.openMeeting(laptop, app, MEETING);
  await laptop.getByRole('link', { name: 'Điểm danh' }).last().click();
  await laptop.getByRole('listitem').filter({ hasText: LAN }).getByText(/^quét mã \d\d:\d\d$/).waitFor();
});

/** Reads one text and one PDF from the shelf. */
async function readEverything(phone, askForPages = async () => {}) {
  await member.openDocument(phone, secretary.titleOf(TEXTS[0]));
  await phone.getByText(lineOf(TEXTS[0])).first().waitFor();
  await phone.getByRole('link', { name: 'Quay lại' }).click();
  await member.openDocument(phone, secretary.titleOf(PDFS[0]));
  await askForPages();
  await member.pageIsDrawn(phone);
  await phone.getByRole('link', { name: 'Quay lại' }).click();
}
