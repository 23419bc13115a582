/**
 * The same function, keeping what it has answered: a chart says each of its days and figures several times, and a page
 * has many charts of the same weeks. When it knows as many answers as it may, it forgets them all and begins anew.
 */
export function memoize<Asked extends string | number, Answer extends string>(
  answer: (asked: Asked) => Answer,
  most = 5_000,
): (asked: Asked) => Answer {
  const known = new Map<Asked, Answer>();
  return (asked) => {
    const before = known.get(asked);
    if (before !== undefined) return before;
    const said = answer(asked);
    if (known.size >= most) known.clear();
    known.set(asked, said);
    return said;
  };
}
