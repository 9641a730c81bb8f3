/** A seat as it is drawn: its centre, in units in which the whole is 200 wide and 100 high. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The outer and the inner row of a full house. */
const OUTER = 92;
const INNER = 40;

/**
 * So many seats in a half circle, from one end to the other: as many rows as keep the seats about as far from one
 * another as the rows are, longer rows with more of them.
 * @returns each seat, and the radius at which none touches another
 */
export function hemicycle(seats: number): { readonly places: readonly Place[]; readonly radius: number } {
  if (seats < 1) return { places: [], radius: 0 };
  const rows = Math.max(1, Math.round(Math.sqrt(seats / 5)));
  const radii = Array.from({ length: rows }, (_, row) =>
    rows === 1 ? OUTER * 0.8 : INNER + ((OUTER - INNER) * row) / (rows - 1),
  );
  const whole = radii.reduce((sum, radius) => sum + radius, 0);
  let left = seats;
  const counts = radii.map((radius, row) => {
    const count = row === rows - 1 ? left : Math.min(left, Math.round((seats * radius) / whole));
    left -= count;
    return count;
  });
  const found = radii.flatMap((radius, row) => {
    const count = counts[row] ?? 0;
    return Array.from({ length: count }, (_, i) => {
      const turn = count === 1 ? 0.5 : i / (count - 1);
      return { turn, x: 100 - Math.cos(Math.PI * turn) * radius, y: 97 - Math.sin(Math.PI * turn) * radius };
    });
  });
  found.sort((a, b) => a.turn - b.turn);
  const gaps = radii.map((radius, row) => (Math.PI * radius) / Math.max(1, (counts[row] ?? 1) - 1));
  const between = rows === 1 ? Infinity : (OUTER - INNER) / (rows - 1);
  return {
    places: found.map(({ x, y }) => ({ x, y })),
    radius: Math.min(8, 0.42 * Math.min(between, ...gaps)),
  };
}
