// Drives the outbox's queue through random mishaps: a disk that outlives its windows, windows that
// crash between any two steps, a network that loses requests and answers, a server that refuses.
async (seeds) => {
  const { flush, tryAgain, WAITING } = await import("/queue.js");

  function chance(seed) {
    let state = seed + 1;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
  }

  async function live(seed) {
    const random = chance(seed);
    const pick = (choices) => choices[Math.floor(random() * choices.length)];
    const pause = async () => {
      for (let left = Math.floor(random() * 6); left > 0; left -= 1) await null;
    };
    const disk = []; // what IndexedDB would hold
    const server = new Map(); // key -> what it stored
    const faults = [];
    const acknowledged = new Map();
    let weather = "good";
    let full = false;
    let clock = 1_700_000_000_000;
    let made = 0;

    function window_() {
      const own = { dead: false };
      const step = async (work) => {
        await pause();
        if (own.dead) throw new Error("crashed");
        const result = work();
        await pause();
        if (own.dead) throw new Error("crashed");
        return result;
      };
      own.store = {
        all: () => step(() => disk.map((entry) => ({ ...entry }))),
        add: (entry) =>
          step(() => {
            if (full) throw new Error("QuotaExceededError");
            made += 1;
            disk.push({ ...entry, n: made });
          }),
        replace: (entry) =>
          step(() => {
            const place = disk.findIndex((one) => one.n === entry.n);
            if (place >= 0) disk[place] = { ...entry };
          }),
        remove: (key) =>
          step(() => {
            const place = disk.findIndex((one) => one.key === key);
            if (place >= 0) disk.splice(place, 1);
          }),
      };
      own.send = (entry) => step(() => post(entry));
      return own;
    }

    function post(entry) {
      const mishap = weather === "good" ? "none" : pick(["none", "gone", "lost", "portal", "busy", "closed"]);
      if (mishap === "gone") throw new TypeError("no connection");
      if (mishap === "portal") return { status: 200 };
      if (mishap === "busy") return { status: 503 };
      if (mishap === "closed") return { status: 403 };
      if (entry.content.endsWith("bad")) return { status: 400, sentence: "no" };
      if (server.has(entry.key) && server.get(entry.key) !== entry.content) {
        faults.push("a key was used for two things");
        return { status: 409 };
      }
      server.set(entry.key, entry.content);
      if (mishap === "lost") throw new TypeError("the answer was lost");
      return { status: 200, to: "/" };
    }

    const turns = { lock: Promise.resolve() };
    const locks = random() < 0.8; // some browsers have none
    const alone = (work) => {
      if (!locks) return work();
      const turn = turns.lock.then(work, work);
      turns.lock = turn.catch(() => {});
      return turn;
    };
    const running = [];
    const run = (work) => running.push(work.catch(() => {}));
    let windows = [window_()];

    async function add(tab, number) {
      const content = `${number}${random() < 0.15 ? "bad" : ""}`;
      const key = `key-${number}`;
      await tab.store.add({ key, content, keptAt: clock, state: WAITING, sentence: "" });
      acknowledged.set(key, content);
      await alone(() => flush(tab.store, tab.send));
    }

    for (let number = 0; number < 30; number += 1) {
      const tab = pick(windows);
      const deed = pick(["add", "add", "add", "flush", "flush", "crash", "window", "weather", "again", "clock", "full"]);
      if (deed === "add") run(add(tab, number));
      if (deed === "flush") run(alone(() => flush(tab.store, tab.send)));
      if (deed === "again") run(alone(() => tryAgain(tab.store)));
      if (deed === "weather") weather = pick(["good", "bad"]);
      if (deed === "clock") clock += pick([-1, 1]) * 2 * 86_400_000;
      if (deed === "full") full = !full;
      if (deed === "window") windows.push(window_());
      if (deed === "crash") {
        tab.dead = true;
        windows = windows.filter((one) => !one.dead);
        if (windows.length === 0) windows.push(window_());
      }
      if (random() < 0.5) await pause();
    }
    await Promise.all(running);

    weather = "good";
    const last = window_();
    await flush(last.store, last.send);
    for (const [key, content] of acknowledged) {
      const shown = disk.filter((entry) => entry.key === key);
      if (content.endsWith("bad")) {
        if (shown.length !== 1 || shown[0].state === WAITING) faults.push(`${key} was refused and is not shown`);
      } else if (server.get(key) !== content) faults.push(`${key} was lost`);
      else if (shown.length > 0) faults.push(`${key} is stored and still shown as unsent`);
    }
    return faults.map((fault) => `seed ${seed}: ${fault}`);
  }

  const all = [];
  for (const seed of seeds) all.push(...(await live(seed)));
  return all;
}
