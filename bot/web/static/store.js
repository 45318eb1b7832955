// What survives a reload: kept in this tab, for each person apart.

let owner = "";

export function keepFor(person) {
  owner = person;
}

const named = (name) => `guildmate:${owner}:${name}`;

export function kept(name, otherwise) {
  try {
    return JSON.parse(sessionStorage.getItem(named(name))) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function keep(name, value) {
  try {
    if (value === undefined) sessionStorage.removeItem(named(name));
    else sessionStorage.setItem(named(name), JSON.stringify(value));
  } catch {
    // A full or forbidden storage costs the memory of this tab, nothing else.
  }
}

export function forget() {
  const mine = named("");
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith(mine)) sessionStorage.removeItem(name);
  }
}
