/** Whole numbers by row, four bytes each. A row that was never set is 0. */
export class Column {
  #values = new Uint32Array(1024);

  get(row: number): number {
    return this.#values[row] ?? 0;
  }

  set(row: number, value: number): void {
    if (row >= this.#values.length) {
      const larger = new Uint32Array(Math.max(2 * this.#values.length, row + 1));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[row] = value;
  }
}
