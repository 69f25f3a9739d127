-- The studies that this transaction may touch: row-level security compares study_id with this list alone. Unset means none.
-- The sub-select in each policy makes PostgreSQL evaluate it once per statement, not once per row.
create function studies_in_reach() returns uuid[]
  language sql stable
  return string_to_array(nullif(current_setting('sepakat.studies', true), ''), ',')::uuid[];

-- People on this server. Not study-scoped: no study content here.

create table account (
  account_id uuid primary key,
  name text not null,
  display_name text not null,
  password_hash text,
  operator boolean not null default false,
  language text not null default 'id' check (language in ('id', 'en')),
  created_at timestamptz not null,
  disabled_at timestamptz
);
create unique index account_by_name on account (lower(name));

create table session (
  token_hash bytea primary key,
  account_id uuid not null references account,
  csrf_token text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  user_agent text not null
);
create index session_by_account on session (account_id);

-- One-time links: the token itself is never stored.
create table link (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('first-run', 'sign-in', 'reset', 'invitation')),
  account_id uuid references account,
  study_id uuid,
  member_id uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Which studies an account is in: the way in to everything below, so it cannot be behind the wall itself.
create table account_study (
  account_id uuid not null references account,
  study_id uuid not null,
  member_id uuid not null,
  primary key (account_id, study_id)
);

create table server_secret (
  name text primary key,
  value bytea not null
);

-- A study.

create table study (
  study_id uuid primary key,
  name text not null
);

create table member (
  study_id uuid not null references study,
  member_id uuid not null,
  account_id uuid,
  name text not null,
  role text not null check (role in ('lead', 'coder', 'observer')),
  removed boolean not null default false,
  rev integer not null default 1,
  primary key (study_id, member_id)
);
create unique index member_by_account on member (study_id, account_id) where account_id is not null;

create table codebook_version (
  study_id uuid not null references study,
  version integer not null check (version > 0),
  reason text not null,
  themes jsonb not null,
  primary key (study_id, version)
);

-- The codebook under work; published versions are snapshots of it.
create table theme (
  study_id uuid not null references study,
  theme_id uuid not null,
  entry jsonb not null,
  rev integer not null,
  primary key (study_id, theme_id)
);

create table transcript (
  study_id uuid not null references study,
  transcript_id uuid not null,
  name text not null,
  kind text not null check (kind in ('interview', 'observation', 'focus_group')),
  version integer not null,
  rev integer not null default 1,
  primary key (study_id, transcript_id)
);

create table transcript_version (
  study_id uuid not null,
  transcript_id uuid not null,
  version integer not null check (version > 0),
  content_id uuid not null,
  length integer not null check (length > 0),
  segments integer not null check (segments > 0),
  sha256 text not null,
  speakers jsonb not null,
  primary key (study_id, transcript_id, version),
  foreign key (study_id, transcript_id) references transcript
);

-- Erasable text. The log names it by content_id only.
create table transcript_text (
  study_id uuid not null references study,
  content_id uuid not null,
  text text not null,
  segments jsonb not null,
  primary key (study_id, content_id)
);

create table round (
  study_id uuid not null references study,
  round_id uuid not null,
  name text not null,
  mode text not null check (mode in ('blind', 'open', 'imported')),
  phase text not null check (phase in ('draft', 'coding', 'closed', 'revealed', 'consensus', 'final')),
  unit text not null,
  rule text not null,
  codebook_version integer,
  rev integer not null default 1,
  primary key (study_id, round_id)
);

create table round_transcript (
  study_id uuid not null,
  round_id uuid not null,
  transcript_id uuid not null,
  version integer not null,
  place integer not null,
  primary key (study_id, round_id, transcript_id),
  foreign key (study_id, round_id) references round,
  foreign key (study_id, transcript_id, version) references transcript_version
);

create table assignment (
  study_id uuid not null,
  round_id uuid not null,
  member_id uuid not null,
  transcript_id uuid not null,
  reopened boolean not null default false,
  primary key (study_id, round_id, member_id, transcript_id),
  foreign key (study_id, round_id, transcript_id) references round_transcript,
  foreign key (study_id, member_id) references member
);

-- Who looked at a blind round's progress or figures before reveal: barred from coding it.
create table look (
  study_id uuid not null,
  round_id uuid not null,
  member_id uuid not null,
  thing text not null,
  looked_at timestamptz not null,
  primary key (study_id, round_id, member_id, thing, looked_at),
  foreign key (study_id, round_id) references round
);

-- What coders do. Offsets are UTF-16 code units, half open.

create table coding (
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
create index coding_by_place on coding (study_id, round_id, coder, transcript_id, span_start);

create table review (
  study_id uuid not null,
  round_id uuid not null,
  coder uuid not null,
  transcript_id uuid not null,
  version integer not null,
  span_start integer not null check (span_start >= 0),
  span_end integer not null check (span_end > span_start),
  primary key (study_id, round_id, coder, transcript_id, span_start)
);

-- The streams and their ops.

create table stream (
  study_id uuid not null references study,
  stream_id uuid not null,
  kind text not null check (kind in ('study', 'drafts', 'round', 'private', 'meeting', 'ballot')),
  round_id uuid,
  member_id uuid,
  head bigint not null default 0,
  frozen boolean not null default false,
  primary key (study_id, stream_id),
  check ((kind in ('round', 'private')) = (round_id is not null)),
  check ((kind = 'private') <= (member_id is not null))
);
create unique index stream_by_meaning on stream (study_id, kind, round_id, member_id) nulls not distinct
  where kind in ('study', 'drafts', 'round', 'private');

create table op (
  study_id uuid not null,
  stream_id uuid not null,
  seq bigint not null,
  actor uuid not null,
  op_id uuid not null,
  payload_sha256 bytea not null,
  kind text not null,
  body jsonb not null,
  at timestamptz not null,
  primary key (study_id, stream_id, seq),
  foreign key (study_id, stream_id) references stream,
  unique (study_id, actor, op_id)
);

-- What happened on the server that is not an op: sign-ins, refused access, looks, backups. No content.
create table audit (
  at timestamptz not null,
  account_id uuid,
  study_id uuid,
  event text not null,
  detail jsonb not null
);
create index audit_by_time on audit (at);

-- The second wall.

do $$
declare
  walled text;
begin
  foreach walled in array array['study', 'member', 'codebook_version', 'theme', 'transcript', 'transcript_version', 'transcript_text',
    'round', 'round_transcript', 'assignment', 'look', 'coding', 'review', 'stream', 'op']
  loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy of_this_study on %I using (study_id = any ((select studies_in_reach())::uuid[]))', walled);
  end loop;
end
$$;

-- The application appends to the log and to the audit trail; it never rewrites them.
revoke update, delete on op from sepakat_app;
revoke update, delete on audit from sepakat_app;
revoke update, delete on codebook_version from sepakat_app;
revoke update, delete on transcript_version from sepakat_app;
