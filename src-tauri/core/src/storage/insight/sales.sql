SELECT s.sold_on, s.currency, count(*), CAST(total(s.amount_minor) AS INTEGER)
FROM sale s INDEXED BY sale_figures JOIN contact_path p ON p.contact_id = s.contact_id
WHERE s.sold_on BETWEEN :from AND :to AND (:any OR p.source_id IS :source)
GROUP BY s.sold_on, s.currency ORDER BY s.sold_on
