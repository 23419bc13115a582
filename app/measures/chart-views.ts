type Search = Record<string, string | string[] | undefined>;

/** For the charts of a page: its address with all their points, and with the numbers of one of them. */
export function chartViews(address: string, { show, table }: Search) {
  const showsAll = show === "all";
  const opened = typeof table === "string" ? table : null;
  const view = (all: boolean, numbersOf: string | null) => {
    const search = new URLSearchParams({
      ...(all && { show: "all" }),
      ...(numbersOf !== null && { table: numbersOf }),
    });
    return search.size > 0 ? `${address}?${search}` : address;
  };
  return (measureId: string) => ({
    showAll: { href: view(!showsAll, opened), shown: showsAll },
    numbers: { href: `${view(showsAll, measureId)}#chart-${measureId}-numbers`, shown: opened === measureId },
  });
}
