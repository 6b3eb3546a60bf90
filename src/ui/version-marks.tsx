import type { BriefingVersion, Withdrawal } from '@/domain/briefings/model';
import { spokenLanguages } from '@/domain/briefings/spoken-content';
import { wordings } from '@/domain/briefings/wordings';
import { languageWords } from './briefing-words';

/** What stands out about a version: sentences nobody has approved, one that was withdrawn from it, its languages. */
export function VersionMarks({
  version: { version, content, approvals },
  withdrawals,
}: {
  version: BriefingVersion;
  withdrawals: readonly Withdrawal[];
}) {
  const unapproved = wordings(content).filter(({ key }) => approvals[key]?.kind !== 'approved').length;
  const withdrawn = withdrawals.filter((one) => one.version === version).length;
  const languages = spokenLanguages(content);
  return (
    <>
      {languages.length > 1 ? (
        <span className="block text-[13px]">
          {languages.map((language) => languageWords[language]).join(', ')}
        </span>
      ) : null}
      {unapproved > 0 ? (
        <span className="block text-[13px] font-medium text-high">
          {unapproved === 1 ? '1 sentence not approved' : `${unapproved} sentences not approved`}
        </span>
      ) : null}
      {withdrawn > 0 ? (
        <span className="block text-[13px] font-medium text-never">
          {withdrawn === 1
            ? '1 statement was withdrawn from it'
            : `${withdrawn} statements were withdrawn from it`}
        </span>
      ) : null}
    </>
  );
}
