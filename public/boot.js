// Before the first paint: theme, text size and language. Then: the app itself, and what keeps it usable without a network.
// Talks with the app only through events on window:
//   so-tay:usable          from the app: Hôm nay can be used, the rest may be fetched now
//   so-tay:preferences     from the app: theme, text size or language were stored anew
//   so-tay:update-ready    to the app:   a newer version is on this phone, ask when it suits
//   so-tay:switch-version  from the app: the member agreed; the page reloads
(() => {
  "use strict";

  const root = document.documentElement;
  const darkWanted = matchMedia("(prefers-color-scheme: dark)");
  const contrastWanted = matchMedia("(prefers-contrast: more)");
  const barColors = { light: "#f5f1e8", dark: "#161311", contrast: "#ffffff" };
  const files = { app: "/so-tay.js", program: "/so-tay_bg.wasm", pages: "/so-tay-pages.js", pagesProgram: "/so-tay-pages_bg.wasm", excuse: "/old-browser.js" };

  // What most visits never need. The build rewrites these whole names to hashed ones, which it cannot do inside wasm,
  // so the app comes here to ask.
  window.soTay = {
    /** Loads the module that opens PDF files. */
    openViewer: () => import("/pdf-viewer.mjs"),
    /** Starts a worker that reads QR codes where the browser itself cannot. */
    decoderWorker: () => new Worker("/qr-worker.js", { type: "module" }),
    /** Starts a worker that writes files for Word, spreadsheets and file managers. */
    officeWorker: () => new Worker("/office-worker.js", { type: "module" }),
    /** Bytes of a file of the sample branch: they all lie in one folder. */
    sampleFile: async (name) => {
      const answer = await fetch("/sample/branch.txt".replace("branch.txt", name));
      if (!answer.ok) throw new Error(name);
      return answer.arrayBuffer();
    },
    /** Whether the browser offers to put the app on the home screen. */
    canInstall: () => Boolean(installOffer),
    /** Asks the owner, once for each offer; whether the app is on the home screen now. */
    install: async () => {
      const offer = installOffer;
      installOffer = undefined;
      await offer?.prompt();
      return (await offer?.userChoice)?.outcome === "accepted";
    },
    /** Starts the program with all pages; it takes the page over from the one that is running. */
    startPages: () => {
      starting ??= startPages();
      starting.catch(() => (starting = undefined));
      return starting;
    },
  };

  // Asked for by a page and by a round of exchange at once, it must run once all the same: a second one would take
  // the page over from the first, and both share one glue.
  let starting;
  async function startPages() {
    const [glue, program] = await Promise.all([import(files.pages), pagesProgram()]);
    await glue.default({ module_or_path: program });
  }

  // The offer comes at any time after the start, and lapses unless it is kept.
  let installOffer;
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    installOffer = event;
  });

  let compiled;
  /** The program with all pages, compiled aside. A failure is forgotten, so that the next call tries again. */
  function pagesProgram() {
    compiled ??= WebAssembly.compileStreaming(fetch(files.pagesProgram));
    compiled.catch(() => (compiled = undefined));
    return compiled;
  }

  /** The stored choice, or the first of `allowed` when nothing readable is stored. */
  function preference(name, allowed) {
    try {
      const value = localStorage.getItem(`so-tay.${name}`);
      return allowed.includes(value) ? value : allowed[0];
    } catch {
      return allowed[0]; // storage is blocked
    }
  }

  function applyPreferences() {
    const wish = preference("theme", ["light", "dark", "contrast", "auto"]);
    const ofPhone = contrastWanted.matches ? "contrast" : darkWanted.matches ? "dark" : "light";
    const theme = wish === "auto" ? ofPhone : wish;
    root.dataset.theme = theme;
    root.dataset.text = preference("text", ["vua", "lon", "rat-lon"]);
    root.lang = preference("language", ["vi", "en"]);
    document.querySelector("meta[name=theme-color]").content = barColors[theme];
  }

  /** `CSSLayerBlockRule` stands for the style sheet: without @layer nothing of it applies. */
  function browserIsRecent() {
    return "WebAssembly" in window && "indexedDB" in window && "CSSLayerBlockRule" in window;
  }

  const parsed = new Promise((resolve) => {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", resolve, { once: true });
    else resolve();
  });

  /** The page is all there and painted: the program would hold up the picture of Hôm nay, which can be read already. */
  async function painted() {
    await parsed;
    if (document.visibilityState !== "visible") return; // no frame would come
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }

  /** Fetches program and glue side by side, and compiles while the page is parsed and painted. */
  async function startApp() {
    const program = WebAssembly.compileStreaming(fetch(files.program));
    program.catch(() => {}); // told once, by the await below
    try {
      const glue = await import(files.app);
      await painted();
      await glue.default({ module_or_path: await program });
    } catch (error) {
      console.error(error);
      await parsed;
      sayNotOpened();
    }
  }

  function sayNotOpened() {
    const app = document.getElementById("app");
    app.innerHTML = `<main class="app__main"><div class="blank" role="alert">
      <p class="blank__title">Chưa mở được sổ tay</p>
      <p class="blank__text">Những gì đồng chí đã ghi vẫn còn trên máy. Hãy kiểm tra mạng rồi thử lại.</p>
      <button class="button" data-kind="primary" type="button">Thử lại</button></div></main>`;
    app.querySelector("button").addEventListener("click", () => location.reload());
  }

  /** Browsers inside chat apps forget what is stored and cannot install: say so, and let the page work all the same. */
  function warnInsideOtherApp() {
    const apps = [[/Zalo/i, "Zalo"], [/FBAN|FBAV|FB_IAB|Orca-Android/, "Facebook"], [/Instagram/, "Instagram"], [/BytedanceWebview|musical_ly/, "TikTok"]];
    const found = apps.find(([pattern]) => pattern.test(navigator.userAgent));
    if (!found) return;
    const banner = document.createElement("aside");
    banner.className = "banner";
    banner.dataset.tone = "warn";
    banner.dataset.place = "top";
    banner.setAttribute("role", "status");
    banner.lang = "vi";
    banner.innerHTML = `<svg class="icon" aria-hidden="true"><use href="#i-info"/></svg><div class="banner__body">
      <p class="banner__title">Đồng chí đang mở sổ tay trong ${found[1]}</p>
      <p class="banner__text">Ở đây sổ tay dễ bị mất khi tắt. Hãy chạm dấu ba chấm ở góc màn hình, chọn “Mở bằng trình duyệt”.</p>
      <div class="banner__actions"><button class="button" type="button">Vẫn dùng ở đây</button></div></div>`;
    banner.querySelector("button").addEventListener("click", () => banner.remove());
    document.body.prepend(banner);
  }

  const whenIdle = (task) => (window.requestIdleCallback ? requestIdleCallback(task, { timeout: 4000 }) : setTimeout(task, 500));
  /** Kept as well: the program that takes the page over later asks for it. */
  const announceUpdate = () => {
    window.soTay.updateReady = true;
    dispatchEvent(new Event("so-tay:update-ready"));
  };

  /** Registers the service worker, lets it fetch the rest, and passes on word of a newer version. */
  async function keepForOffline() {
    const container = navigator.serviceWorker;
    let switching = false;
    if (container.controller) {
      // Another tab switched: this one still runs the old code and needs a reload as well.
      container.addEventListener("controllerchange", () => (switching ? location.reload() : announceUpdate()));
    }
    const registration = await container.register("/sw.js", { updateViaCache: "none" });

    const announceWaiting = () => registration.waiting && container.controller && announceUpdate();
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", announceWaiting);
    });
    announceWaiting();

    addEventListener("so-tay:switch-version", () => {
      switching = true;
      if (registration.waiting) registration.waiting.postMessage({ type: "switch-version" });
      else location.reload();
    });

    // An installed app can stay open for weeks without a navigation that would make the browser look.
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible" && navigator.onLine) registration.update().catch(() => {});
    });

    const { active } = await container.ready;
    whenIdle(() => active.postMessage({ type: "cache-later" }));
    // The first touch on another page should not wait for its program.
    whenIdle(() => pagesProgram().catch(() => {}));
  }

  /** While a dialog is open the history has one more entry, so that a step back closes the dialog and not its page. */
  function followDialogs() {
    const open = () => [...document.querySelectorAll("dialog[open]")].pop();
    const laid = () => history.state?.dialog === true;
    let stepping = false;
    const settle = () => {
      if (stepping) return;
      if (open() && !laid()) history.pushState({ dialog: true }, "");
      // Closed by its own button; or one has come upon the entry of a dialog that a link or a reload has ended.
      stepping = !open() && laid();
      if (stepping) history.back();
    };
    // What closes a dialog may go to another page at once: its entry goes on top, and nothing is taken back.
    const changes = new MutationObserver(() => setTimeout(settle));
    changes.observe(root, { subtree: true, attributeFilter: ["open"] });
    addEventListener("popstate", () => {
      if (!stepping && !laid()) open()?.close();
      stepping = false;
      settle();
    });
    settle();
  }

  applyPreferences();
  addEventListener("so-tay:preferences", applyPreferences);
  darkWanted.addEventListener?.("change", applyPreferences);
  contrastWanted.addEventListener?.("change", applyPreferences);

  if (!browserIsRecent()) {
    const excuse = document.createElement("script");
    excuse.src = files.excuse;
    document.head.append(excuse);
    return;
  }
  addEventListener("so-tay:usable", () => {
    // Without it (private windows, plain http) the app works online; storage health tells the member.
    if ("serviceWorker" in navigator) whenIdle(() => keepForOffline().catch((error) => console.warn(error)));
  }, { once: true });
  parsed.then(warnInsideOtherApp);
  followDialogs();
  startApp();
})();
