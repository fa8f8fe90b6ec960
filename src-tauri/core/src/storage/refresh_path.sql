INSERT INTO contact_path (
  contact_id, came_in, source_id, asked_on, prospect_on, customer_on, repeat_on, prospect_days, customer_days, place, step_id,
  entered_step_on
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,
  (SELECT entered_step_on FROM opportunity WHERE contact_id = ?1 AND state = 'open'))
ON CONFLICT (contact_id) DO UPDATE SET
  came_in = excluded.came_in, source_id = excluded.source_id, asked_on = excluded.asked_on, prospect_on = excluded.prospect_on,
  customer_on = excluded.customer_on, repeat_on = excluded.repeat_on, prospect_days = excluded.prospect_days,
  customer_days = excluded.customer_days, place = excluded.place, step_id = excluded.step_id,
  entered_step_on = excluded.entered_step_on
-- Most of what is settled changes none of it.
WHERE (came_in, source_id, asked_on, prospect_on, customer_on, repeat_on, place, step_id, entered_step_on) IS NOT
  (excluded.came_in, excluded.source_id, excluded.asked_on, excluded.prospect_on, excluded.customer_on, excluded.repeat_on,
   excluded.place, excluded.step_id, excluded.entered_step_on)
