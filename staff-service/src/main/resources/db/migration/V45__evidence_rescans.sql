-- Files that were kept while the scanner was away are scanned later; one that is infected is withdrawn and given to nobody any more.
alter table evidence_file drop constraint evidence_file_scan;
alter table evidence_file
    add column scanned_at datetime(6) null comment 'when it was last taken up for a scan after its upload',
    add key evidence_file_unscanned (scan, standing, scanned_at),
    add constraint evidence_file_scan check (scan in ('clean', 'not-scanned', 'infected')),
    add constraint evidence_file_infected check (scan <> 'infected' or withdrawn_at is not null);
