// Walks through the handbook by its links, so that a new screen is looked at without being listed anywhere.

/** Of a kind of screen with an id in its address, such as documents, so many are looked at. */
const OF_A_KIND_MAX = 3;
/** Screens of a handbook that no link leads to. */
const WITHOUT_LINK = ['/khong-co-trang-nay'];

/** Opens the sample branch as a `member` or as its `secretary`. */
export async function trySample(page, app, role) {
  await page.goto(app);
  await page.getByRole('button', { name: 'Cách khác' }).click();
  await page.getByRole('link', { name: 'Xem thử chi bộ mẫu' }).click();
  const words = { member: 'Xem như đảng viên', secretary: 'Xem như bí thư' };
  await page.getByRole('button', { name: words[role] }).click();
  await page.getByRole('navigation', { name: 'Mục chính' }).waitFor();
}

/** Visits screens from Hôm nay on; `look` gets the name of each while it is shown. */
export async function walk(page, app, look) {
  const found = new Set(['/', ...WITHOUT_LINK]);
  const visits = new Map();
  for (const address of found) {
    const kind = address.replace(/[0-9a-f]{16,}/g, '*');
    const count = visits.get(kind) ?? 0;
    if (count === OF_A_KIND_MAX) continue;
    visits.set(kind, count + 1);
    await page.goto(app + address);
    await settled(page);
    const screen = count === 0 ? kind : `${kind} (${count + 1})`;
    await look(screen);
    if (count === 0) await openDialogs(page, dialog => look(`${screen}: ${dialog}`));
    const links = page.locator('a[href^="/"]:not([rel=external])');
    for (const link of await links.evaluateAll(all => all.map(a => a.pathname))) found.add(link);
  }
  return visits;
}

/** Opens what each kind of button says that it opens, one after the other; `look` gets the name of the button. */
async function openDialogs(page, look) {
  const kinds = new Set();
  const buttons = page.locator('button[aria-haspopup=dialog]:visible');
  for (let place = 0; place < await buttons.count(); place += 1) {
    const name = (await buttons.nth(place).innerText()).split('\n', 1)[0];
    // The lines of an agenda are of one kind, and so are the members of a list.
    const kind = await buttons.nth(place).evaluate(button => button.className + button.textContent.replace(/\d+/g, '#'));
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    await buttons.nth(place).click();
    await page.getByRole('dialog').waitFor().catch(cause => {
      throw new Error(`"${name}" opens nothing at ${page.url()}`, { cause });
    });
    await look(name);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
}

/** Until the screen has what it shows. */
export async function settled(page) {
  await page.locator('main:not([aria-busy=true])').waitFor();
  await page.waitForFunction(() => !/Đang mở|Đang tải/.test(document.body.innerText));
}

/** Until the app itself has taken the place of the last picture of Hôm nay. */
export async function awake(page) {
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
}
