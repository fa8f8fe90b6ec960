-- The words of `insight::Stop`, as its function `stop` gives them out.
SELECT
  CASE
    WHEN p.place = 'lead' THEN iif(p.asked_on IS NULL, 'not_asked', 'asked_in_part')
    WHEN p.place IN ('declined_agreed', 'declined_not_asked', 'do_not_contact') THEN 'declined'
    ELSE p.place
  END AS stop,
  p.step_id, count(*),
  count(iif(julianday(:today) - julianday(p.entered_step_on) > step.usual_days, 1, NULL))
FROM contact_path p LEFT JOIN step ON step.id = p.step_id
WHERE p.came_in BETWEEN :from AND :to AND (:any OR p.source_id IS :source) AND p.customer_on IS NULL
GROUP BY 1, 2
