-- A renewed insurance is a version of the terms: there may be several of one day, of which the last counts.
alter table practice_agreement_version drop key practice_agreement_version_day;
alter table practice_agreement_version add key practice_agreement_version_day (agreement_id, effective_from);
