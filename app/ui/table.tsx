import type { ReactNode } from "react";

export type Column = { header: string; numeric?: boolean };
export type Row = { key: string; cells: readonly ReactNode[] };

type TableProps = {
  caption: string;
  /** Shows the caption to screen readers only, where a heading just above says the same. */
  captionHidden?: boolean;
  columns: readonly Column[];
  /** The first cell of a row is its header. */
  rows: readonly Row[];
  /** On a narrow screen: scroll the table sideways (for comparing numbers), or stack each row (for texts). */
  narrow?: "scroll" | "stack";
};

export function Table({ narrow = "scroll", ...table }: TableProps) {
  if (narrow === "stack") return <Grid {...table} stacks />;
  return (
    <section
      className="nhs-scroll-box relative mb-6 overflow-x-auto [&>table]:mb-2"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
      tabIndex={0}
      aria-label={`${table.caption}, table`}
    >
      <Grid {...table} />
    </section>
  );
}

function Grid({ caption, captionHidden, columns, rows, stacks }: Omit<TableProps, "narrow"> & { stacks?: boolean }) {
  // With display: block, screen readers no longer announce a table unless its roles are explicit
  const role = (name: string) => (stacks ? name : undefined);
  return (
    <table className={`nhsuk-table${stacks ? " nhsuk-table--responsive" : ""}`} role={role("table")}>
      <caption className={captionHidden ? "sr-only" : "nhsuk-table__caption nhsuk-table__caption--s"}>
        {caption}
      </caption>
      <thead className="nhsuk-table__head" role={role("rowgroup")}>
        <tr className="nhsuk-table__row" role={role("row")}>
          {columns.map(({ header, numeric }) => (
            <th
              key={header}
              scope="col"
              role={role("columnheader")}
              className={`nhsuk-table__header${numeric ? " nhsuk-table__header--numeric" : ""}`}
            >
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="nhsuk-table__body" role={role("rowgroup")}>
        {rows.map(({ key, cells }) => (
          <tr key={key} className="nhsuk-table__row" role={role("row")}>
            {columns.map(({ header, numeric }, index) => {
              const Cell = index === 0 ? "th" : "td";
              const look = index === 0 ? "nhsuk-table__header" : "nhsuk-table__cell";
              return (
                <Cell
                  key={header}
                  scope={index === 0 ? "row" : undefined}
                  role={role(index === 0 ? "rowheader" : "cell")}
                  className={`${look}${numeric ? ` ${look}--numeric` : ""}`}
                >
                  {stacks && (
                    <span className="nhsuk-table__heading" aria-hidden="true">
                      {header}{" "}
                    </span>
                  )}
                  {cells[index]}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
