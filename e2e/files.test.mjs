// The same branch without a host: everything travels as files that are saved and picked, or as codes from screen to
// camera.
import assert from 'node:assert/strict';

import { LAPTOP, PHONE } from './devices.mjs';
import { saveBundle, stages, takeBundle } from './exchange.mjs';
import { film, pictureOf } from './film.mjs';
import { FILM, scenario } from './harness.mjs';
import * as member from './member.mjs';
import { lineOf, TEXTS } from './papers.mjs';
import * as secretary from './secretary.mjs';
import { LAN, MEETING } from './village.mjs';

const WITHOUT_HOST = { hosted: false };

/** Founds the branch, announces a meeting with one paper, and lets the member scan the invitation off the screen. */
async function settle(stage) {
  const { app } = stage.server;
  const laptop = await stage.device(LAPTOP);
  const phone = await stage.device(PHONE);
  await secretary.found(laptop, `${app}/thanh-lap`);
  await secretary.enter(laptop, app, [LAN]);
  const paper = await secretary.publish(laptop, app, TEXTS[0]);
  const notice = { minutes: 40, place: 'Nhà văn hóa thôn', theme: 'Giữ nước sạch', papers: [paper] };
  await secretary.announce(laptop, app, notice);

  await secretary.invite(laptop, app, LAN);
  film(FILM, await pictureOf(laptop.getByRole('img', { name: 'Mã mời để quét' })));
  await phone.goto(app);
  await phone.getByRole('link', { name: 'Quét mã mời' }).click();
  await member.accept(phone);
  return { app, laptop, phone, paper };
}

scenario('a branch without a host lives by files', async stage => {
  const { app, laptop, phone, paper } = await settle(stage);

  // The branch comes to the phone, the request goes back, the confirmation comes.
  await takeBundle(phone, app, await saveBundle(laptop, app));
  await phone.goto(app);
  const digits = await member.digits(phone);
  assert.match(await takeBundle(laptop, app, await saveBundle(phone, app)), /Đã nhận 1 mục của đảng viên/);
  await secretary.confirm(laptop, app, LAN, digits);
  await takeBundle(phone, app, await saveBundle(laptop, app));
  await phone.goto(app);
  await phone.getByRole('heading', { name: 'Chào đồng chí Lan' }).waitFor();

  // The paper came along.
  await member.openDocument(phone, paper);
  await phone.getByText(lineOf(TEXTS[0])).first().waitFor();

  // Words go back in one file; taking it twice changes nothing.
  await member.openMeeting(phone, MEETING);
  await member.attend(phone);
  await phone.getByRole('link', { name: 'Góp ý chuyên đề' }).click();
  await member.writeComment(phone, ['Một.', 'Hai.', 'Ba.']);
  await member.sendComment(phone);
  const words = await saveBundle(phone, app);
  assert.match(await takeBundle(laptop, app, words), /Đã nhận 2 mục của đảng viên/);
  assert.equal(await takeBundle(laptop, app, words), 'Không có gì mới.');

  // The receipt comes with the next file.
  assert.match(await takeBundle(phone, app, await saveBundle(laptop, app)), /Bí thư đã nhận 2 mục/);
  assert.deepEqual([...new Set(await stages(phone, app))], ['Đã nhận']);
}, WITHOUT_HOST);

scenario('two people in one room need neither network nor files', async stage => {
  const { app, laptop, phone } = await settle(stage);
  await takeBundle(phone, app, await saveBundle(laptop, app));

  // The request is held up to the secretary's camera.
  await phone.goto(`${app}/xin-vao-so`);
  await member.filmCode(phone, 'Mã xin vào sổ tay');
  await laptop.goto(`${app}/chi-bo/hop-thu`);
  await laptop.getByRole('button', { name: 'Quét mã của đồng chí ấy' }).click();
  await laptop.getByRole('button', { name: 'Số khớp, xác nhận' }).click();
  await laptop.getByText(`Đã xác nhận máy của đ/c ${LAN}`).or(laptop.getByText('Không có ai chờ xác nhận')).waitFor();
  await takeBundle(phone, app, await saveBundle(laptop, app));

  // The card is held up to the secretary's camera: present, without a word over any network.
  await member.openMeeting(phone, MEETING);
  await phone.getByRole('link', { name: 'Điểm danh' }).last().click();
  await phone.getByRole('tab', { name: 'Đưa thẻ' }).click();
  await member.filmCode(phone, `Mã thẻ của đồng chí ${LAN}`);
  await secretary.openMeeting(laptop, app, MEETING);
  await laptop.getByRole('link', { name: 'Điểm danh' }).last().click();
  await laptop.getByRole('button', { name: 'Quét thẻ' }).click();
  await laptop.getByText(`Đã ghi có mặt: ${LAN}`).waitFor();
  await laptop.getByRole('button', { name: 'Quét xong' }).click();
  await laptop.getByRole('listitem').filter({ hasText: LAN }).getByText(/^quét thẻ \d\d:\d\d$/).waitFor();
}, WITHOUT_HOST);
