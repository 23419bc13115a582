import "./chart.css";
import { ChartDrawing } from "./chart-drawing";
import { type ChartProps, lastPoints } from "./chart-props";
import { type ChartDownloads, Downloads } from "./downloads";
import { drawnPoints, mostPoints } from "./drawn-points";
import { narrow, wide } from "./frame";
import { type ChartTable, LinkedNumbers, Numbers } from "./numbers";

/** How many points a phone shows until asked for all. */
const phonePoints = 12;

export interface ChartFigureProps {
  chart: ChartProps;
  /** The measure's name, before the headline for people who navigate by headings. */
  name: string;
  headline: string;
  subtitle: string;
  summary: string;
  /** Under the chart: the settings behind the limits, and caveats. */
  notes: readonly string[];
  /** The meaning of the letters and labels on the chart. */
  happenings: readonly { on: string; label: string; sentence: string }[];
  table: ChartTable;
  /** A link to the page with all points, and whether this is that page. Null where there is none: then all are drawn. */
  showAll: { href: string; shown: boolean } | null;
  /** A link to the page with the numbers of a long chart, and whether this is that page; a short chart has them anyway. */
  numbers?: { href: string; shown: boolean } | null;
  headingLevel?: 2 | 3;
  /** Whether people can move from point to point; off on pages of many charts, to keep them light. */
  explore?: boolean;
  downloads?: ChartDownloads;
}

/** A chart with its headline and summary, the drawing, and the table of its values. */
export function ChartFigure({
  chart,
  name,
  headline,
  subtitle,
  summary,
  notes,
  happenings,
  table,
  showAll,
  numbers,
  headingLevel = 2,
  explore = false,
  downloads,
}: ChartFigureProps) {
  const Heading = `h${headingLevel}` as const;
  const count = chart.points.length;
  const all = showAll === null || showAll.shown;
  const drawn = drawnPoints(chart, all);
  const forPhone = all ? drawn : lastPoints(chart, phonePoints);
  const firstDrawn = drawn.points[0]?.on ?? "";
  return (
    <figure className="chart-figure" aria-labelledby={`${chart.id}-headline`}>
      <Heading id={`${chart.id}-headline`} className="nhsuk-heading-m chart-headline">
        <span className="sr-only">{name}: </span>
        {headline}
      </Heading>
      <p className="chart-subtitle">{subtitle}</p>
      <p className="chart-summary">{summary}</p>
      {count > 0 && (
        <>
          <div className="chart-wide">
            <ChartDrawing chart={drawn} size={wide} explore={explore} />
            <ShowAll showAll={showAll} count={count} last={mostPoints} />
          </div>
          <div className="chart-narrow">
            <ChartDrawing chart={forPhone} size={narrow} explore={explore} />
            <ShowAll showAll={showAll} count={count} last={phonePoints} />
          </div>
          {drawn.places && (
            <p className="chart-thinned">
              Not every one of the {inFull(count)} has room here: all unusual ones are drawn, and of the others the
              highest and the lowest.
            </p>
          )}
        </>
      )}
      {notes.length + happenings.length > 0 && (
        <figcaption className="chart-notes">
          <Happenings
            marks={happenings.filter(({ on }) => all || on >= firstDrawn || count === drawn.points.length)}
            onPhoneFrom={forPhone.points[0]?.on ?? ""}
          />
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </figcaption>
      )}
      {count > 0 && count <= mostPoints && <Numbers table={table} />}
      {count > mostPoints &&
        (numbers ? <LinkedNumbers table={table} id={`${chart.id}-numbers`} {...numbers} /> : <Numbers table={table} />)}
      {count > 0 && downloads && <Downloads {...downloads} chartName={name} />}
    </figure>
  );
}

const inFull = (count: number) => count.toLocaleString("en-GB");

/** The way to all points, and back to the last ones. */
function ShowAll({ showAll, count, last }: Pick<ChartFigureProps, "showAll"> & { count: number; last: number }) {
  if (showAll === null || count <= last) return null;
  return (
    <p className="chart-show-all">
      <a href={showAll.href}>{showAll.shown ? `Show the last ${last}` : `Show all ${inFull(count)}`}</a>
    </p>
  );
}

/** The marks on the chart with their meanings; on a phone only those within the drawing. */
function Happenings({ marks, onPhoneFrom }: { marks: ChartFigureProps["happenings"]; onPhoneFrom: string }) {
  if (marks.length === 0) return null;
  return (
    <ul className="chart-happenings">
      {marks.map(({ on, label, sentence }) => (
        <li key={`${label}${sentence}`} dir="auto" className={on < onPhoneFrom ? "chart-before-phone" : undefined}>
          <b>{label}</b> {sentence}
        </li>
      ))}
    </ul>
  );
}
