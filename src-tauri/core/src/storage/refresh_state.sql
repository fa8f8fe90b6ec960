INSERT INTO contact_state (
  contact_id, name, sort_key, company, source_id, place, step_id, lifecycle, promising, asked, asked_of,
  entered_step_on, expected_minor, expected_currency, sale_count, last_sale_on, open_questions,
  next_follow_up_id, next_on, next_at, last_talk_at, attempts, born
)
SELECT
  ?1, ?2, ?3, ifnull((SELECT name FROM company WHERE id = ?4), ''), ?5, ?6, ?7, ?8, ?9, ?10, ?11,
  o.entered_step_on, o.expected_minor, o.expected_currency,
  (SELECT count(*) FROM sale WHERE contact_id = ?1),
  (SELECT max(sold_on) FROM sale WHERE contact_id = ?1),
  (SELECT count(*) FROM question WHERE contact_id = ?1 AND answered_on IS NULL),
  f.id, f.due_on, f.due_at,
  t.at,
  (SELECT count(*) FROM conversation
   WHERE contact_id = ?1 AND trashed_at IS NULL AND ending = 'no_answer' AND at > ifnull(t.at, '')),
  ?12
FROM (SELECT 1)
LEFT JOIN opportunity o ON o.contact_id = ?1 AND o.state = 'open'
LEFT JOIN follow_up f ON f.id = (
  SELECT id FROM follow_up WHERE contact_id = ?1 AND state = 'open'
  ORDER BY due_on, due_at IS NULL, due_at, id LIMIT 1
)
LEFT JOIN (
  SELECT at FROM conversation WHERE contact_id = ?1 AND trashed_at IS NULL AND ending <> 'no_answer'
  ORDER BY at DESC LIMIT 1
) t
WHERE true
ON CONFLICT (contact_id) DO UPDATE SET
  name = excluded.name, sort_key = excluded.sort_key, company = excluded.company, source_id = excluded.source_id,
  place = excluded.place, step_id = excluded.step_id, lifecycle = excluded.lifecycle, promising = excluded.promising,
  asked = excluded.asked, asked_of = excluded.asked_of, entered_step_on = excluded.entered_step_on,
  expected_minor = excluded.expected_minor, expected_currency = excluded.expected_currency,
  sale_count = excluded.sale_count, last_sale_on = excluded.last_sale_on, open_questions = excluded.open_questions,
  next_follow_up_id = excluded.next_follow_up_id, next_on = excluded.next_on, next_at = excluded.next_at,
  last_talk_at = excluded.last_talk_at, attempts = excluded.attempts, born = excluded.born
