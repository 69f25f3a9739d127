-- A text may be corrected after it was coded. A coding whose quote was changed by that is to be looked at by its coder; one whose quote is gone
-- counts nowhere, but is kept, with its place in the text as it was, until its coder lets it go.

alter table coding add column anchor text not null default 'firm' check (anchor in ('firm', 'check'));

create table orphan (
  study_id uuid not null,
  round_id uuid not null,
  coder uuid not null,
  coding_id uuid not null,
  transcript_id uuid not null,
  version integer not null,
  theme_id uuid not null,
  span_start integer not null check (span_start >= 0),
  span_end integer not null check (span_end > span_start),
  primary key (study_id, round_id, coder, coding_id)
);

alter table orphan enable row level security;
alter table orphan force row level security;
create policy of_this_study on orphan using (study_id = any ((select studies_in_reach())::uuid[]));
