// What the list of people can be asked for: everybody at first, and whether two ask for the same.
import type { PeopleQuery } from "./generated/api";

/** Everybody but those in the trash, by name. */
export function everybody(): PeopleQuery {
  return {
    search: "",
    stages: [],
    sources: [],
    tags: [],
    next: null,
    batch: null,
    behind: null,
    fields: [],
    order: "name",
    reverse: false,
  };
}

/** A query in one form: the order in which filters were chosen says nothing, and blanks around words neither. */
function plain(query: PeopleQuery): string {
  const parts = Object.entries({ ...everybody(), ...query }).map(([name, value]: [string, unknown]) => {
    if (typeof value === "string") return [name, value.trim()];
    return [name, Array.isArray(value) ? value.map((it) => JSON.stringify(it)).sort() : value];
  });
  return JSON.stringify(parts.sort());
}

/** Whether both list the same people in the same order. */
export function sameQuery(one: PeopleQuery, other: PeopleQuery): boolean {
  return plain(one) === plain(other);
}

/** Whether it lists less than everybody. */
export function isFiltered(query: PeopleQuery): boolean {
  return !sameQuery({ ...query, order: "name", reverse: false }, everybody());
}
