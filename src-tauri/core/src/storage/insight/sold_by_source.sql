-- In floating point, which is exact far beyond any real sum and never overflows.
SELECT p.source_id, s.currency, CAST(total(s.amount_minor) AS INTEGER)
FROM sale s JOIN contact_path p ON p.contact_id = s.contact_id
WHERE p.came_in BETWEEN :from AND :to AND (:any OR p.source_id IS :source)
GROUP BY 1, 2 ORDER BY 1, count(*) DESC, 2
