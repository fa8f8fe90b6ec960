-- From what is kept by the day.
SELECT
  ifnull(sum(iif(day >= :from, talks, 0)), 0),
  ifnull(sum(iif(day >= :from AND unasked, talks, 0)), 0),
  ifnull(sum(iif(day >= :from, minutes, 0)), 0),
  ifnull(sum(iif(day >= :from AND unasked, minutes, 0)), 0),
  ifnull(sum(iif(day < :before_until, talks, 0)), 0),
  ifnull(sum(iif(day < :before_until AND unasked, talks, 0)), 0),
  ifnull(sum(iif(day < :before_until, minutes, 0)), 0),
  ifnull(sum(iif(day < :before_until AND unasked, minutes, 0)), 0)
FROM talk_count
WHERE day >= :before AND day < :until AND (:any OR source_id = ifnull(:source, 0))
