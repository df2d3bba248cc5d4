// Keeps the emergency page at hand for everybody. For the person whose journal it is, and only on a
// device they keep ready, it also keeps the pages on which something is noted, and the last 90 days.
// Its build is {build}: another program, country, language or look makes this another script, and a
// browser installs it, which fetches anew all that is kept for everybody.
self.AT = {addresses};
// {door}
const HELP = "help";
const PAGES = "pages";
const OPEN = [AT.emergency, AT.offline, AT.manifest];
const STATIC = "{static}".split(" ");

const anew = (path) => new Request(path, { cache: "reload", headers: { "Myolog-Kept": "yes" } });

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(HELP).then((help) => help.addAll([...OPEN, ...STATIC].map(anew))).then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  const known = (name) => name === HELP || name === PAGES;
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter((name) => !known(name)).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

// A page of the journal is kept whole and only when it was meant for its owner; one that is there no
// more, such as the steps of a programme that has ended, goes.
async function keepPages() {
  const pages = await caches.open(PAGES);
  for (const path of Object.values(AT.kept)) {
    if ((await whoIsThere()) === "strange") return;
    const answer = await fetch(anew(path));
    if (answer.status === 403) {
      if ((await whoIsThere()) !== "known") await caches.delete(PAGES);
      return;
    }
    if (answer.redirected) await pages.delete(path);
    else if (answer.ok) await pages.put(path, answer);
  }
}

self.addEventListener("message", (event) => {
  if (event.data === "keep") event.waitUntil(keepPages().catch(() => {}));
});

// Nothing is asked of something else that answers at this address: it would get the cookie, and its
// page could read what this browser keeps. So each page is preceded by a knock, whose outcome holds for
// its parts. The one-time link, which comes from the terminal, leads in where the key is of no use yet.
const A_PAGE = 5_000;
const A_LAUNCH = 60_000;
let last = { who: "", at: 0 };
let launchedAt = 0;
let asking = null;

function whoIsThere() {
  asking ??= knock()
    .then(async (who) => {
      if (who === "closed") await caches.delete(PAGES);
      if (who === "known") launchedAt = 0;
      const launching = Date.now() - launchedAt < A_LAUNCH;
      last = { who: who === "strange" && launching ? "new" : who, at: Date.now() };
      return last.who;
    })
    .finally(() => {
      asking = null;
    });
  return asking;
}

// Help and its look wait for nobody: what is kept is shown where nothing has come by then.
const A_BREATH = 3_000;
async function soon(coming, instead) {
  const late = new Promise((wake) => setTimeout(wake, A_BREATH)).then(() => instead());
  return (await Promise.race([coming, late])) ?? coming;
}

async function page(request) {
  const path = new URL(request.url).pathname;
  if (path.startsWith(AT.open)) launchedAt = Date.now();
  if (!path.startsWith(AT.emergency)) return asked(request);
  return soon(asked(request), () => keptPage(request));
}

async function asked(request) {
  if ((await whoIsThere()) === "strange") return keptPage(request);
  try {
    return await (isBack(request) ? fetch(request.url, ANEW) : fetch(request));
  } catch (gone) {
    return (await keptPage(request)) ?? Promise.reject(gone);
  }
}

// Back to the answer of a form that was sent: a browser takes that from its own store alone, which has
// none of Myolog. The page of the form is opened anew, and nothing is sent again.
const isBack = (request) => request.cache === "only-if-cached";
const ANEW = { cache: "no-store", redirect: "manual" };

async function part(request, path) {
  const found = caches.match(path, { cacheName: HELP });
  return soon(askedPart(request, found), () => found);
}

async function askedPart(request, found) {
  const who = Date.now() - last.at < A_PAGE ? last.who : await whoIsThere();
  if (who === "strange" || who === "silent") return (await found) ?? Response.error();
  return fetch(request).catch(() => found);
}

// Answers of the check that cannot arrive may be those of somebody who needs help now.
const isSent = (request) => request.method !== "GET";

// `data-kept` tells the page that it comes from this device and may be of an earlier day.
async function keptPage(request) {
  const { pathname, searchParams } = new URL(request.url);
  const otherDay = ["date", "before", "day", "month"].some((name) => searchParams.has(name));
  const kept = request.method === "GET" && !otherDay ? AT.kept[pathname] : undefined;
  const found = kept && (await caches.match(kept, { cacheName: PAGES }));
  if (found) {
    const text = (await found.text()).replace("<html ", "<html data-kept ");
    return new Response(text, { headers: found.headers });
  }
  const isHelp = pathname.startsWith(AT.emergency) || (isSent(request) && pathname.startsWith(AT.check));
  const instead = isHelp ? AT.emergency : AT.offline;
  return caches.match(instead, { cacheName: HELP });
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = new URL(request.url).pathname;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (STATIC.includes(path) || path === AT.manifest) {
    event.respondWith(part(request, path));
  }
});
