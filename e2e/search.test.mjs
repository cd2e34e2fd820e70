// Search in the texts of documents: without diacritics and without a network, to the place itself, and back.
import assert from 'node:assert/strict';

import { PHONE } from './devices.mjs';
import { scenario } from './harness.mjs';
import * as member from './member.mjs';
import { trySample } from './walk.mjs';

/** Stands in the text of one document of the sample, and in no title. */
const TYPED = 'tram bom ba cua';
const WRITTEN = 'trạm bơm Ba Cửa';

const field = page => page.getByRole('searchbox', { name: 'Tìm tài liệu' });
const mark = page => page.getByRole('mark').filter({ hasText: WRITTEN }).first();

scenario('a clause is found by what is in it, opened at its place, and found again on coming back', async stage => {
  const { app } = stage.server;
  const phone = await stage.device(PHONE);
  await trySample(phone, app, 'member');
  await member.open(phone, 'Tài liệu');
  await phone.context().setOffline(true);
  await field(phone).fill(TYPED);
  await mark(phone).waitFor();
  const found = phone.getByRole('article').filter({ hasText: WRITTEN }).first();
  await found.getByRole('link').click();

  // The place is on the screen, not only in the text.
  await phone.waitForFunction(() => {
    const mark = document.querySelector('.reader mark');
    const { top, bottom } = mark?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    return top > 0 && bottom < innerHeight;
  });
  await phone.goBack();
  await mark(phone).waitFor();
  assert.equal(await field(phone).inputValue(), TYPED);

  // The words were kept: a new start finds them without reading the texts again.
  await phone.context().setOffline(false);
  await phone.reload();
  await phone.context().setOffline(true);
  await field(phone).fill(`"${TYPED}"`);
  await mark(phone).waitFor();
  await field(phone).fill('kxqzw');
  await phone.getByRole('status').filter({ hasText: 'Không tìm thấy tài liệu nào.' }).waitFor();
});
