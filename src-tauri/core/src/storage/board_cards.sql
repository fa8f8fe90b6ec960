WITH unused AS (SELECT :place, :step)
SELECT s.contact_id, s.name, iif(s.company <> '', s.company, ifnull(src.name, '')), s.lifecycle, s.asked, s.asked_of,
  s.next_on, s.next_at,
  iif(p.id IS NOT NULL AND julianday(:today) - julianday(s.entered_step_on) > p.usual_days,
    cast(julianday(:today) - julianday(s.entered_step_on) AS INTEGER), NULL),
  s.expected_minor, s.expected_currency, s.sale_count, s.last_sale_on
FROM contact_state s INDEXED BY {index}
LEFT JOIN step p ON p.id = s.step_id
LEFT JOIN source src ON src.id = s.source_id
WHERE {place}
  AND (:sources IS NULL OR s.source_id IN (SELECT value FROM json_each(:sources)))
ORDER BY {order}
LIMIT :cards
