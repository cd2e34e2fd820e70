// What is not on the screen and still matters: where the focus is after going somewhere, what the place is called,
// where one was on a page, and that words are kept while they are still coming.
import assert from 'node:assert/strict';

import { PHONE } from './devices.mjs';
import { scenario } from './harness.mjs';
import * as member from './member.mjs';
import { LAN, MEETING, settle } from './village.mjs';
import { awake, trySample } from './walk.mjs';

const headingHasFocus = page => page.waitForFunction(() => document.activeElement?.tagName === 'H1');

scenario('who goes somewhere is told where, and who goes back is where they were', async stage => {
  const { app, phone } = await settle(stage);
  await phone.goto(app);
  await phone.getByRole('heading', { name: `Chào đồng chí ${LAN.split(' ').at(-1)}` }).waitFor();
  await awake(phone);
  assert.equal(await phone.title(), 'Hôm nay · Sổ tay Đảng viên');
  assert.equal(await phone.evaluate(() => document.activeElement.tagName), 'BODY', 'a start moves no focus');

  const tabs = phone.getByRole('navigation', { name: 'Mục chính' });
  // The other program takes the page over here.
  await tabs.getByRole('link', { name: 'Cá nhân' }).click();
  await headingHasFocus(phone);
  assert.equal(await phone.title(), 'Cá nhân · Sổ tay Đảng viên');

  // What comes in late would move the page along.
  await phone.getByText(/^Còn trống/).waitFor();
  await phone.waitForFunction(() => {
    scrollTo(0, 200);
    return scrollY === 200;
  });
  // With a finger: a click by name may scroll the page before it begins.
  const { x, y, width, height } = await tabs.getByRole('link', { name: 'Tài liệu' }).boundingBox();
  await phone.touchscreen.tap(x + width / 2, y + height / 2);
  await phone.waitForFunction(() => document.title.startsWith('Tài liệu') && scrollY === 0);
  await headingHasFocus(phone);
  await phone.goBack();
  await phone.waitForFunction(() => document.title.startsWith('Cá nhân') && scrollY === 200);
  await headingHasFocus(phone);
});

scenario('all pages are started once, however many ask for them', async stage => {
  const { app, phone } = await settle(stage);
  await phone.goto(app);
  const starts = await phone.evaluate(async () => {
    let starts = 0;
    addEventListener('so-tay:taken-over', () => starts++);
    await Promise.all([soTay.startPages(), soTay.startPages()]);
    return starts;
  });
  assert.ok(starts <= 1, `${starts} programs took the page over`);
  await phone.getByRole('link', { name: 'Cá nhân' }).click();
  await phone.waitForFunction(() => document.title.startsWith('Cá nhân'));
});

scenario('a tap that begins before the other program is there is not lost', async stage => {
  const { app, phone } = await settle(stage);
  await phone.goto(app);
  await phone.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
  await phone.getByRole('link', { name: 'Cá nhân' }).hover();
  await phone.mouse.down();
  await phone.evaluate(() => soTay.startPages());
  await phone.waitForFunction(() => performance.getEntriesByName('opened').length > 1);
  await phone.mouse.up();
  await phone.waitForFunction(() => document.title.startsWith('Cá nhân'));
});

scenario('words that keep coming are kept before they end', async stage => {
  const { phone } = await settle(stage, { phone: await stage.device(PHONE) });
  await member.openMeeting(phone, MEETING);
  await phone.getByRole('link', { name: 'Góp ý chuyên đề' }).click();
  const box = phone.getByRole('textbox', { name: 'Thực trạng' });
  let coming = true;
  const typing = box.pressSequentially('Nước giếng ở đầu thôn đục hơn mọi năm. '.repeat(2), { delay: 100 });
  const ended = typing.then(() => (coming = false));
  await phone.getByText(/^Đã lưu \d/).waitFor();
  assert.ok(coming, 'no pause was long enough to count as quiet');
  await ended;
});

scenario('the step back of the phone closes what is open, and only then leaves the page', async stage => {
  const phone = await stage.device(PHONE);
  await trySample(phone, stage.server.app, 'secretary');
  const tabs = phone.getByRole('navigation', { name: 'Mục chính' });
  await tabs.getByRole('link', { name: 'Cá nhân' }).click();
  await phone.waitForFunction(() => document.title.startsWith('Cá nhân'));
  await tabs.getByRole('link', { name: 'Chi bộ' }).click();
  await phone.getByRole('link', { name: 'Kế hoạch chuyên đề' }).click();
  const add = phone.getByRole('button', { name: 'Thêm chuyên đề' });
  const dialog = phone.getByRole('dialog');

  await add.click();
  await dialog.waitFor();
  await phone.waitForFunction(() => history.state?.dialog);
  await phone.goBack();
  await dialog.waitFor({ state: 'hidden' });
  await phone.getByRole('heading', { name: 'Kế hoạch chuyên đề', level: 1 }).waitFor();

  // Closed by its own button it leaves no step behind.
  await add.click();
  await phone.waitForFunction(() => history.state?.dialog);
  await dialog.getByRole('button', { name: 'Đóng' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await phone.waitForFunction(() => !history.state?.dialog);
  await phone.goBack();
  await phone.getByRole('heading', { name: 'Chi bộ', level: 1 }).waitFor();
  await phone.goBack();
  await phone.waitForFunction(() => document.title.startsWith('Cá nhân'));
});
