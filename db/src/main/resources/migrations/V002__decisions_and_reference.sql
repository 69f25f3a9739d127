-- What a team settles of a revealed round. Offsets are UTF-16 code units, half open.

-- Of a theme at a base segment: the decision that stands. Earlier and withdrawn ones are in the log.
create table decision (
  study_id uuid not null,
  round_id uuid not null,
  transcript_id uuid not null,
  theme_id uuid not null,
  span_start integer not null check (span_start >= 0),
  span_end integer not null check (span_end > span_start),
  version integer not null,
  decision_id uuid not null,
  outcome text not null check (outcome in ('adopt', 'edges', 'other', 'none', 'defer')),
  reason text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  rev integer not null check (rev > 0),
  primary key (study_id, round_id, transcript_id, theme_id, span_start),
  unique (study_id, round_id, decision_id),
  foreign key (study_id, round_id) references round
);

-- The layer that the team agreed on: what was adopted by itself, and what decisions hold.
create table reference_coding (
  study_id uuid not null,
  round_id uuid not null,
  coding_id uuid not null,
  transcript_id uuid not null,
  version integer not null,
  theme_id uuid not null,
  span_start integer not null check (span_start >= 0),
  span_end integer not null check (span_end > span_start),
  basis text not null check (basis in ('agreed', 'single', 'decided')),
  decision_id uuid,
  place integer not null,
  primary key (study_id, round_id, coding_id),
  check ((basis = 'decided') = (decision_id is not null)),
  foreign key (study_id, round_id) references round,
  foreign key (study_id, round_id, decision_id) references decision (study_id, round_id, decision_id)
);
create index reference_coding_by_decision on reference_coding (study_id, round_id, decision_id) where decision_id is not null;

alter table decision enable row level security;
alter table decision force row level security;
create policy of_this_study on decision using (study_id = any ((select studies_in_reach())::uuid[]));
alter table reference_coding enable row level security;
alter table reference_coding force row level security;
create policy of_this_study on reference_coding using (study_id = any ((select studies_in_reach())::uuid[]));
