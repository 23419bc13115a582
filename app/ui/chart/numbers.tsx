export interface ChartTable {
  caption: string;
  head: readonly string[];
  /** The first column with text; those between it and the period hold numbers. */
  wordsFrom: number;
  /** The first cell of a row names the period; the others are its values and their meaning. */
  rows: readonly (readonly string[])[];
}

/** The numbers of a long chart, on a page of their own address: the table is many times as large as the rest. */
export function LinkedNumbers({
  table,
  id,
  href,
  shown,
}: {
  table: ChartTable;
  id: string;
  href: string;
  shown: boolean;
}) {
  return (
    <div id={id}>
      {shown ? (
        <Numbers table={table} open />
      ) : (
        <p>
          <a href={href}>
            Show the numbers<span className="sr-only"> of {table.caption}</span>
          </a>
        </p>
      )}
    </div>
  );
}

/** The chart's values as a real table, collapsed at first. */
export function Numbers({ table, open }: { table: ChartTable; open?: boolean }) {
  return (
    <details className="nhsuk-details chart-numbers" open={open}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Show the numbers</span>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="nhsuk-details__text chart-scroll" aria-label={table.caption} tabIndex={0}>
        <table className="nhsuk-table">
          <caption className="nhsuk-table__caption">{table.caption}</caption>
          <thead className="nhsuk-table__head">
            <tr>
              {table.head.map((name, i) => (
                <th key={name} scope="col" className={isFigure(i, table) ? numeric : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="nhsuk-table__body">
            {table.rows.map(([period = "", ...cells]) => (
              <tr key={period} className="nhsuk-table__row">
                <th scope="row" className="nhsuk-table__header">
                  {period}
                </th>
                {cells.map((cell, i) => (
                  <td
                    key={table.head[i + 1]}
                    className={`nhsuk-table__cell${isFigure(i + 1, table) ? ` ${numeric}` : ""}`}
                  >
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

const numeric = "nhsuk-table__cell--numeric";

const isFigure = (column: number, table: ChartTable) => column > 0 && column < table.wordsFrom;
