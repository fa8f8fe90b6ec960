-- The follow-ups promised for these days with what became of them, as `insight::Promise` says. What was due before somebody came in was
-- promised elsewhere; what is open with somebody who must not be called is not missed.
SELECT f.contact_id,
  CASE
    WHEN f.state = 'done' AND f.closed_at >= date(f.due_on, '+1 day') THEN 'missed'
    WHEN f.state = 'open' AND f.due_on < :today THEN iif(p.place IN ('do_not_contact', 'not_a_fit'), NULL, 'missed')
    WHEN f.due_on > f.promised_on THEN 'moved'
    WHEN f.state = 'done' THEN 'kept'
  END AS outcome
FROM follow_up f INDEXED BY follow_up_promise JOIN contact_path p ON p.contact_id = f.contact_id
WHERE f.state <> 'dropped' AND min(ifnull(f.promised_on, f.due_on), f.due_on) BETWEEN :from AND :to
  AND min(ifnull(f.promised_on, f.due_on), f.due_on) >= p.came_in AND (:any OR p.source_id IS :source)
