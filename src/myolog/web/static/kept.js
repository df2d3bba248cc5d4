// The entries that this browser keeps until the server has them: a small table in IndexedDB.

const TABLE = "unsent";

function opened() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("myolog", 1);
    asked.onupgradeneeded = () => {
      const table = asked.result.createObjectStore(TABLE, { keyPath: "n", autoIncrement: true });
      table.createIndex("key", "key", { unique: true });
    };
    asked.onsuccess = () => {
      asked.result.onversionchange = () => asked.result.close();
      resolve(asked.result);
    };
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Error("blocked"));
  });
}

let database;

// Runs `work` on the table; done when it is on the disk, not when it was asked for.
async function within(mode, work) {
  database ??= opened().catch((error) => {
    database = undefined;
    throw error;
  });
  const opening = await database;
  return new Promise((resolve, reject) => {
    const round = opening.transaction(TABLE, mode, { durability: "strict" });
    const asked = work(round.objectStore(TABLE));
    round.oncomplete = () => resolve(asked?.result);
    round.onabort = () => reject(round.error);
    round.onerror = () => reject(round.error);
  });
}

export const kept = {
  all: () => within("readonly", (table) => table.getAll()),
  add: (entry) => within("readwrite", (table) => table.add(entry)),
  replace: (entry) => within("readwrite", (table) => table.put(entry)),
  remove: (key) =>
    within("readwrite", (table) => {
      table.index("key").openKeyCursor(key).onsuccess = ({ target }) => {
        if (target.result) table.delete(target.result.primaryKey);
      };
    }),
};
