import { consequences, likelihoods, type RiskBand, riskBand, riskScore, riskScoreInWords } from "@/server/risks/score";

export type MarkedRisk = { letter: string; consequence: number; likelihood: number };

/** Darker is higher; the number in each cell says it too. */
const shades: Record<RiskBand, string> = {
  low: "bg-white",
  moderate: "bg-page",
  high: "bg-grey-4",
  extreme: "bg-grey-3",
};

/** Where each risk stands: how bad upwards, how likely to the right. The list of risks beside it says the same in words. */
export function RiskGrid({ risks }: { risks: readonly MarkedRisk[] }) {
  const inWords = risks.map((risk) => `${risk.letter}: ${riskScoreInWords(risk)}`).join(". ");
  return (
    <figure className="mx-0 mt-1 mb-4 w-full max-w-80 print:max-w-64">
      <div role="img" aria-label={`Risks by how bad and how likely. ${inWords}.`}>
        <p className="mb-1 text-s text-secondary">How bad ↑</p>
        <div className="grid grid-cols-5 gap-px border border-grey-1 bg-grey-1">
          {consequences
            .toReversed()
            .map(({ value: consequence }) =>
              likelihoods.map(({ value: likelihood }) => (
                <Cell
                  key={likelihood}
                  score={riskScore({ consequence, likelihood })}
                  letters={risks
                    .filter((risk) => risk.consequence === consequence && risk.likelihood === likelihood)
                    .map(({ letter }) => letter)}
                />
              )),
            )}
        </div>
        <p className="mt-1 mb-0 text-right text-s text-secondary">How likely →</p>
      </div>
    </figure>
  );
}

function Cell({ score, letters }: { score: number; letters: string[] }) {
  return (
    <div
      className={`relative flex min-h-12 flex-wrap content-center items-center justify-center gap-0.5 px-0.5 pt-4 pb-1 ${shades[riskBand(score)]}`}
    >
      <span className="absolute top-0 right-1 text-s">{score}</span>
      {letters.map((letter) => (
        <b key={letter} className="min-w-6 rounded-full border border-ink bg-ink px-1 text-center text-s text-white">
          {letter}
        </b>
      ))}
    </div>
  );
}
