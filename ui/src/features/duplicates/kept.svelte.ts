// The pair one was at is still there when one comes back from a person.
export const kept = $state<{ active: number }>({ active: 0 });
