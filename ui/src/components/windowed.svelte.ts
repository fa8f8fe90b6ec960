// Rows of a long list, fetched a window at a time by position as they come into sight.

const WINDOW = 60;

/** Fetches rows `from`, at most `count`. */
export type FetchRows<T> = (from: number, count: number) => Promise<T[]>;

/** The rows of one snapshot that were fetched so far. */
export class Windowed<T> {
  readonly total: number;
  readonly #fetch: FetchRows<T>;
  readonly #rows: (T | undefined)[];
  readonly #asked = new Map<number, Promise<void>>();
  #version = $state(0);

  /** What stood at each place before the same list changed is shown there until it is fetched anew, so that nothing goes blank. */
  constructor(total: number, fetch: FetchRows<T>, before?: Windowed<T>) {
    this.total = total;
    this.#rows = before ? before.#rows.slice(0, total) : [];
    this.#fetch = fetch;
  }

  /** The row at a position; none while it is on its way. */
  at(index: number): T | undefined {
    // Read, so that whoever shows this row is told when it comes.
    void this.#version;
    // Those near it too, so that they are there when they come into sight.
    for (const window of this.#around(index)) void this.#ask(window);
    return this.#rows[index];
  }

  /** The position of a row that is here; -1 where it is not. */
  find(test: (row: T) => boolean): number {
    return this.#rows.findIndex((row) => row !== undefined && test(row));
  }

  /** Fetches the rows around a position, so that a list that takes the place of another shows no gaps. */
  async load(index: number): Promise<void> {
    await Promise.all(this.#around(index).map((window) => this.#ask(window)));
  }

  /** The windows that hold a position and what stands half a window from it. */
  #around(index: number): number[] {
    const last = Math.max(0, this.total - 1);
    return [index - WINDOW / 2, index + WINDOW / 2].map((at) => Math.floor(Math.min(Math.max(at, 0), last) / WINDOW));
  }

  #ask(window: number): Promise<void> {
    const known = this.#asked.get(window);
    if (known) return known;
    const from = window * WINDOW;
    const asked = this.#fetch(from, WINDOW)
      .then((rows) => {
        rows.forEach((row, at) => (this.#rows[from + at] = row));
        this.#version += 1;
      })
      // The list was dropped since; the screen that shows it fetches a new one.
      .catch(() => void this.#asked.delete(window));
    this.#asked.set(window, asked);
    return asked;
  }
}
