-- By person, in the order of both indexes, as looking up the person of each conversation would cost a multiple. A talk is unasked as
-- `insight::is_unasked` says: a moment of the day itself sorts after the day. Beyond every date is '~'.
SELECT
  count(iif(c.at >= :from, 1, NULL)),
  count(iif(c.at >= :from AND c.at < ifnull(p.asked_on, '~'), 1, NULL)),
  ifnull(sum(iif(c.at >= :from, c.minutes, NULL)), 0),
  ifnull(sum(iif(c.at >= :from AND c.at < ifnull(p.asked_on, '~'), c.minutes, NULL)), 0),
  count(iif(c.at < :before_until, 1, NULL)),
  count(iif(c.at < :before_until AND c.at < ifnull(p.asked_on, '~'), 1, NULL)),
  ifnull(sum(iif(c.at < :before_until, c.minutes, NULL)), 0),
  ifnull(sum(iif(c.at < :before_until AND c.at < ifnull(p.asked_on, '~'), c.minutes, NULL)), 0)
FROM contact_path p CROSS JOIN conversation c INDEXED BY conversation_talk ON c.contact_id = p.contact_id
WHERE c.trashed_at IS NULL AND c.ending <> 'no_answer' AND c.at >= :before AND c.at < :until AND (:any OR p.source_id IS :source)
