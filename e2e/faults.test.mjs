// What goes wrong in real life: phones that die, two windows, full memory, files that were swapped, cut or made by a
// newer app, clocks that are wrong. Nothing acknowledged is lost, and one sentence says what to do.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

import { SCRATCH } from './browsers.mjs';
import { LAPTOP, PHONE } from './devices.mjs';
import { exchange, saveBundle, stages, takeBundle } from './exchange.mjs';
import { scenario } from './harness.mjs';
import * as member from './member.mjs';
import { TEXTS } from './papers.mjs';
import * as secretary from './secretary.mjs';
import { limitSpace, MortalPhone } from './store.mjs';
import { LAN, MEETING, settle } from './village.mjs';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
const FULL = 'Máy hết chỗ nên chưa lưu được việc vừa rồi.';

scenario('a phone that dies after each acknowledgement has kept what it acknowledged', async stage => {
  const mortal = new MortalPhone(stage, PHONE);
  const { app } = await settle(stage, { phone: await mortal.start() });
  /** Dies, starts again and is where it was. */
  const die = async address => {
    await mortal.kill();
    const page = await mortal.start();
    await page.goto(address);
    return page;
  };

  let phone = await die(app);
  await phone.getByRole('heading', { name: 'Chào đồng chí Lan' }).waitFor();
  await stage.server.kill();

  await member.openMeeting(phone, MEETING);
  const notice = phone.url();
  await member.attend(phone);
  phone = await die(notice);
  await phone.getByText('Đồng chí đã báo có mặt.').waitFor();

  await phone.getByRole('link', { name: 'Góp ý chuyên đề' }).click();
  const words = ['Một.', 'Hai.', 'Ba.'];
  await member.writeComment(phone, words);
  phone = await die(`${notice}/gop-y`);
  assert.equal(await phone.getByRole('textbox', { name: 'Giải pháp' }).inputValue(), words[2]);

  await member.sendComment(phone);
  phone = await die(`${app}/trao-doi`);
  assert.deepEqual((await stages(phone, app)).slice(0, 2), ['Chờ gửi', 'Chờ gửi']);
});

scenario('two windows of one phone show the same and lose nothing', async stage => {
  const { app, phone: first, laptop } = await settle(stage);
  const second = await first.context().newPage();
  await second.goto(app);
  await member.openMeeting(first, MEETING);
  await second.goto(first.url());
  await member.attend(second);
  await first.getByText('Đồng chí đã báo có mặt.').waitFor();

  await first.getByRole('link', { name: 'Góp ý chuyên đề' }).click();
  await member.writeComment(first, ['Một.', 'Hai.', 'Ba.']);
  await Promise.all([member.sendComment(first), exchange(second, app)]);
  await exchange(first, app);
  await exchange(laptop, app);
  await exchange(second, app);
  assert.deepEqual((await stages(second, app)).slice(0, 2), ['Đã nhận', 'Đã nhận']);
});

scenario('a full phone says so once, and the draft stays', async stage => {
  const { phone } = await settle(stage);
  await member.openMeeting(phone, MEETING);
  await phone.getByRole('link', { name: 'Góp ý chuyên đề' }).click();
  const words = ['Một.', 'Hai.', 'Ba.'];
  await member.writeComment(phone, words);
  await limitSpace(phone, 1);
  await phone.getByRole('button', { name: 'Gửi góp ý' }).click();
  await phone.getByText(FULL).waitFor();
  assert.equal(await phone.getByText(FULL).count(), 1);
  assert.equal(await phone.getByRole('textbox', { name: 'Thực trạng' }).inputValue(), words[0]);

  await limitSpace(phone);
  await phone.reload();
  assert.equal(await phone.getByRole('textbox', { name: 'Thực trạng' }).inputValue(), words[0]);
  await member.sendComment(phone);
});

scenario('a classified document is refused before anything of it is kept', async stage => {
  const { app, laptop } = await settle(stage);
  const file = path.join(SCRATCH, 'bao-cao.txt');
  fs.writeFileSync(file, `ĐẢNG BỘ TỈNH\nTUYỆT MẬT\n\nBáo cáo tình hình\n\n${'Nội dung. '.repeat(50)}`);
  await secretary.pickDocument(laptop, app, file);
  await laptop.getByText('Tài liệu có dấu TUYỆT MẬT.').waitFor();
  await laptop.goto(`${app}/tai-lieu`);
  await laptop.getByRole('link', { name: secretary.titleOf(TEXTS[0]) }).waitFor();
  assert.equal(await laptop.getByText('bao-cao').or(laptop.getByText('Báo cáo tình hình')).count(), 0);
});

scenario('a file that was swapped on the server is not shown', async stage => {
  const { app, laptop, phone } = await settle(stage);
  const feed = path.join(stage.server.folder, 'feed', stage.folder);
  const before = new Set(fs.readdirSync(feed));
  const title = await secretary.publish(laptop, app, TEXTS[1]);
  await exchange(laptop, app);
  await exchange(phone, app);
  const added = fs.readdirSync(feed).filter(name => !before.has(name));
  for (const name of added) fs.writeFileSync(path.join(feed, name), 'something else');
  await member.openDocument(phone, title);
  await phone.getByText('Tệp trên máy chủ không đúng bản đã đăng').waitFor();
});

scenario('an old state on the server does not take the new one back', async stage => {
  const { app, laptop, phone } = await settle(stage);
  const head = path.join(stage.server.folder, 'feed', stage.folder, 'head');
  const old = fs.readFileSync(head);
  const title = await secretary.publish(laptop, app, TEXTS[1]);
  await exchange(laptop, app);
  await exchange(phone, app);
  fs.writeFileSync(head, old);
  await phone.reload();
  await phone.getByText('Máy chủ đưa bản cũ hơn').first().waitFor();
  await phone.goto(`${app}/tai-lieu`);
  await phone.getByRole('link', { name: title }).waitFor();
});

scenario('a file that is cut, changed, newer or foreign is refused whole', async stage => {
  const { app, laptop, phone } = await settle(stage);
  await member.openMeeting(phone, MEETING);
  await stage.server.kill();
  await member.attend(phone);
  const text = fs.readFileSync(await saveBundle(phone, app), 'utf8');
  const lines = text.split('\n');
  const middle = Math.floor(lines.length / 2);
  const flipped = lines[middle].replace(/[A-Za-z]/, letter => (letter === 'Q' ? 'R' : 'Q'));
  const refusals = [
    [lines.slice(0, -3).join('\n'), 'Tệp bị thiếu hoặc hỏng'],
    [lines.with(middle, flipped).join('\n'), 'Tệp bị thiếu hoặc hỏng'],
    [text.replace('tệp trao đổi 1', 'tệp trao đổi 2'), 'Tệp này do bản sổ tay mới hơn tạo ra'],
    ['Kính gửi chi bộ', 'Đây không phải tệp trao đổi'],
  ];
  const file = path.join(SCRATCH, 'so-tay.txt');
  for (const [content, sentence] of refusals) {
    fs.writeFileSync(file, content);
    assert.ok((await takeBundle(laptop, app, file)).includes(sentence), sentence);
  }
  fs.writeFileSync(file, text);
  assert.match(await takeBundle(laptop, app, file), /Đã nhận 1 mục của đảng viên/);

  const stranger = await stage.device(LAPTOP);
  await secretary.found(stranger, `${app}/thanh-lap`);
  assert.match(await takeBundle(stranger, app, file), /Đây là của chi bộ khác/);
});

for (const [words, shift] of [['behind', -YEAR_MS], ['ahead', YEAR_MS]]) {
  scenario(`a phone whose clock is a year ${words} reads and is heard`, async stage => {
    const phone = await stage.device(PHONE);
    await phone.clock.install({ time: Date.now() + shift });
    const { app, laptop, paper } = await settle(stage, { phone });
    await member.openDocument(phone, paper);
    await member.openMeeting(phone, MEETING);
    if (shift < 0) await member.attend(phone);
    await phone.goto(`${phone.url()}/gop-y`);
    await member.writeComment(phone, ['Một.', 'Hai.', 'Ba.']);
    await member.sendComment(phone);
    for (const page of [phone, laptop, phone]) await exchange(page, app);
    assert.equal((await stages(phone, app))[0], 'Đã nhận');
  });
}

scenario('what belongs to nobody in the branch changes nothing', async stage => {
  const { app, laptop } = await settle(stage);
  const drop = path.join(stage.server.folder, 'drop', stage.folder);
  fs.writeFileSync(path.join(drop, 'ab'.repeat(32)), 'not a letter');
  await exchange(laptop, app);
  await laptop.goto(`${app}/chi-bo/dang-vien`);
  await laptop.getByRole('link', { name: `Thêm máy: ${LAN}` }).waitFor();
});
