// What was searched and filtered is still there when one comes back from a person.
import type { PeopleQuery } from "../../lib/generated/api";

export const kept = $state<{ query: PeopleQuery }>({
  query: { search: "", stages: [], sources: [], tags: [], next: null, order: "name", reverse: false },
});
