import "./chart.css";
import { ChartDrawing } from "./chart-drawing";
import { type ChartProps, lastPoints } from "./chart-props";
import { type ChartDownloads, Downloads } from "./downloads";
import { narrow, wide } from "./frame";
import { type ChartTable, Numbers } from "./numbers";

/** How many points a phone shows until asked for all. */
const ON_A_PHONE = 12;

export interface ChartFigureProps {
  chart: ChartProps;
  /** What is measured: said before the headline to those who go from heading to heading. */
  name: string;
  headline: string;
  subtitle: string;
  summary: string;
  /** Under the chart: which rules made the limits, and what to bear in mind. */
  notes: readonly string[];
  /** What the letters and words on the chart stand for. */
  happenings: readonly { on: string; label: string; sentence: string }[];
  table: ChartTable;
  /** The same page with all points on a phone, and whether it is this one already. */
  showAll: { href: string; shown: boolean } | null;
  headingLevel?: 2 | 3;
  /** Lets people go from point to point. For a page about one measure or one experiment; a page of many charts stays lighter without. */
  explore?: boolean;
  downloads?: ChartDownloads;
}

/** A chart as people read it: what it says, the drawing, and the figures behind it. */
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
  const longer = showAll !== null && chart.points.length > ON_A_PHONE;
  const forPhone = showAll === null || showAll.shown ? chart : lastPoints(chart, ON_A_PHONE);
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
                  {showAll.shown ? `Show the last ${ON_A_PHONE}` : `Show all ${chart.points.length}`}
                </a>
              </p>
            )}
          </div>
        </>
      )}
      {notes.length + happenings.length > 0 && (
        <figcaption className="chart-notes">
          <Happenings of={happenings} onPhoneFrom={forPhone.points[0]?.on ?? ""} />
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </figcaption>
      )}
      {table.rows.length > 0 && <Numbers table={table} />}
      {table.rows.length > 0 && downloads && <Downloads {...downloads} of={name} />}
    </figure>
  );
}

/** Each mark on the chart beside what it stands for; on a phone only those that its drawing reaches back to. */
function Happenings({ of, onPhoneFrom }: { of: ChartFigureProps["happenings"]; onPhoneFrom: string }) {
  if (of.length === 0) return null;
  return (
    <ul className="chart-happenings">
      {of.map(({ on, label, sentence }) => (
        <li key={`${label}${sentence}`} dir="auto" className={on < onPhoneFrom ? "chart-before-phone" : undefined}>
          <b>{label}</b> {sentence}
        </li>
      ))}
    </ul>
  );
}
