// The devices that people hold: as Chromium's contexts are told.

const VIETNAMESE = { locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' };

/** A member's phone. */
export const PHONE = {
  ...VIETNAMESE,
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  permissions: ['camera', 'clipboard-read', 'clipboard-write'],
};

/** A secretary's laptop. */
export const LAPTOP = {
  ...VIETNAMESE,
  viewport: { width: 1280, height: 800 },
  permissions: ['camera', 'clipboard-read', 'clipboard-write'],
};
