// Rows of a long list, fetched a window at a time by position as they come into sight.

const WINDOW = 60;

/** Fetches rows `from`, at most `count`. */
export type FetchRows<T> = (from: number, count: number) => Promise<T[]>;

/** The rows of one snapshot that were fetched so far. */
export class Windowed<T> {
  readonly total: number;
  readonly #fetch: FetchRows<T>;
  readonly #rows: (T | undefined)[] = [];
  readonly #asked = new Set<number>();
  #version = $state(0);

  constructor(total: number, fetch: FetchRows<T>) {
    this.total = total;
    this.#fetch = fetch;
  }

  /** The row at a position; none while it is on its way. */
  at(index: number): T | undefined {
    // Read, so that whoever shows this row is told when it comes.
    void this.#version;
    const row = this.#rows[index];
    if (row === undefined) this.#ask(Math.floor(index / WINDOW));
    return row;
  }

  #ask(window: number): void {
    if (this.#asked.has(window)) return;
    this.#asked.add(window);
    const from = window * WINDOW;
    this.#fetch(from, WINDOW)
      .then((rows) => {
        rows.forEach((row, at) => (this.#rows[from + at] = row));
        this.#version += 1;
      })
      // The list was dropped since; the screen that shows it fetches a new one.
      .catch(() => this.#asked.delete(window));
  }
}
