// A branch that is ready for a story: founded, with one member on a phone, one paper and one meeting announced.
import { LAPTOP, PHONE } from './devices.mjs';
import { exchange } from './exchange.mjs';
import * as member from './member.mjs';
import { TEXTS } from './papers.mjs';
import * as secretary from './secretary.mjs';

/** The member whose phone it is. */
export const LAN = 'Nguyễn Thị Lan';
/** The title of the one meeting. */
export const MEETING = /Sinh hoạt thường kỳ tháng/;

/**
 * Settles a hosted branch; gives `{ app, laptop, phone, paper }`: the secretary's page, the member's, and the title of
 * the paper. `phone` may be handed in.
 */
export async function settle(stage, { phone } = {}) {
  const { app } = stage.server;
  const laptop = await stage.device(LAPTOP);
  phone ??= await stage.device(PHONE);
  await secretary.found(laptop, stage.hostingLink);
  await secretary.enter(laptop, app, [LAN]);
  await exchange(laptop, app);
  await member.join(phone, await secretary.invite(laptop, app, LAN));
  const digits = await member.digits(phone);
  await exchange(laptop, app);
  await secretary.confirm(laptop, app, LAN, digits);
  const paper = await secretary.publish(laptop, app, TEXTS[0]);
  await secretary.announce(laptop, app, {
    minutes: 40,
    place: 'Nhà văn hóa thôn',
    theme: 'Giữ nước sạch ở đầu thôn',
    papers: [paper],
  });
  await exchange(laptop, app);
  await exchange(phone, app);
  await phone.goto(app);
  await phone.getByRole('heading', { name: 'Chào đồng chí Lan' }).waitFor();
  return { app, laptop, phone, paper };
}
