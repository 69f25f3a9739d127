-- Text of people's own that may have to be erased: why a team decided, and whatever else is said in words. The log and the state tables name it by
-- content_id alone.
create table content (
  study_id uuid not null references study,
  content_id uuid not null,
  stream_id uuid not null,
  author uuid not null,
  text text,
  created_at timestamptz not null,
  erased_at timestamptz,
  primary key (study_id, content_id),
  foreign key (study_id, stream_id) references stream,
  check ((text is null) = (erased_at is not null))
);

-- Reasons that were written into the log move out of it.
alter table op no force row level security;
alter table decision no force row level security;

with moved as materialized (
  select study_id, stream_id, seq, actor, at, body ->> 'reason' as reason, gen_random_uuid() as content_id
  from op where kind = 'decision.record' and body ->> 'reason' <> ''
), kept as (
  insert into content (study_id, content_id, stream_id, author, text, created_at)
  select study_id, content_id, stream_id, actor, reason, at from moved
)
update op set body = op.body || jsonb_build_object('content', moved.content_id)
from moved where op.study_id = moved.study_id and op.stream_id = moved.stream_id and op.seq = moved.seq;

update op set body = body - 'reason' where kind = 'decision.record';

alter table decision add column content_id uuid;
update decision set content_id = latest.content_id
from (
  select distinct on (study_id, body ->> 'round', body ->> 'decision')
    study_id, body ->> 'round' as round, body ->> 'decision' as decision, (body ->> 'content')::uuid as content_id
  from op where kind = 'decision.record'
  order by study_id, body ->> 'round', body ->> 'decision', seq desc
) latest
where latest.study_id = decision.study_id and latest.round = decision.round_id::text
  and latest.decision = decision.decision_id::text;
alter table decision drop column reason;
alter table decision add foreign key (study_id, content_id) references content;

alter table op force row level security;
alter table decision force row level security;

-- The application writes a text once, and may only take it away.
alter table content enable row level security;
alter table content force row level security;
create policy reading on content for select using (study_id = any ((select studies_in_reach())::uuid[]));
create policy writing on content for insert
  with check (study_id = any ((select studies_in_reach())::uuid[]) and erased_at is null);
create policy erasing on content for update using (study_id = any ((select studies_in_reach())::uuid[]))
  with check (study_id = any ((select studies_in_reach())::uuid[]) and text is null);
revoke update, delete on content from sepakat_app;
grant update (text, erased_at) on content to sepakat_app;
