import "./chart.css";
import { ChartDrawing } from "./chart-drawing";
import { type ChartProps, lastPoints } from "./chart-props";
import { type ChartDownloads, Downloads } from "./downloads";
import { narrow, wide } from "./frame";
import { type ChartTable, Numbers } from "./numbers";

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
  /** A link to the page with all points on a phone, and whether this is that page. */
  showAll: { href: string; shown: boolean } | null;
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
  headingLevel = 2,
  explore = false,
  downloads,
}: ChartFigureProps) {
  const Heading = `h${headingLevel}` as const;
  const longer = showAll !== null && chart.points.length > phonePoints;
  const forPhone = showAll === null || showAll.shown ? chart : lastPoints(chart, phonePoints);
  return (
    <figure className="chart-figure" aria-labelledby={`${chart.id}-headline`}>
      <Heading id={`${chart.id}-headline`} className="nhsuk-heading-m chart-headline">
        <span className="sr-only">{name}: </span>
        {headline}
      </Heading>
      <p className="chart-subtitle">{subtitle}</p>
      <p className="chart-summary">{summary}</p>
      {chart.points.length > 0 && (
        <>
          <div className="chart-wide">
            <ChartDrawing chart={chart} size={wide} explore={explore} />
          </div>
          <div className="chart-narrow">
            <ChartDrawing chart={forPhone} size={narrow} explore={explore} />
            {longer && (
              <p className="chart-show-all">
                <a href={showAll.href}>
                  {showAll.shown ? `Show the last ${phonePoints}` : `Show all ${chart.points.length}`}
                </a>
              </p>
            )}
          </div>
        </>
      )}
      {notes.length + happenings.length > 0 && (
        <figcaption className="chart-notes">
          <Happenings marks={happenings} onPhoneFrom={forPhone.points[0]?.on ?? ""} />
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </figcaption>
      )}
      {table.rows.length > 0 && <Numbers table={table} />}
      {table.rows.length > 0 && downloads && <Downloads {...downloads} chartName={name} />}
    </figure>
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
