import { Link } from "@/app/ui/link";

type DefinitionLinksProps = { measureId: string; may: { redefine: boolean; arrangeContributors: boolean } };

/** The links for changing the definition and the contributors, for those who may. */
export function DefinitionLinks({ measureId, may }: DefinitionLinksProps) {
  return (
    <ul className="nhsuk-list">
      {may.redefine && (
        <li className="mb-0">
          <Link className="inline-block py-2" href={`/measures/${measureId}/edit`}>
            Change the definition
          </Link>
        </li>
      )}
      {may.arrangeContributors && (
        <li className="mb-0">
          <Link className="inline-block py-2" href={`/measures/${measureId}/contributors`}>
            Change who contributes
          </Link>
        </li>
      )}
    </ul>
  );
}
