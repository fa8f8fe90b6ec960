SELECT c.at, printf('c%019d', c.id), c.id, c.channel, c.minutes, c.said, c.asked, c.ending,
  f.due_on, f.due_at, s.amount_minor, s.currency,
  (SELECT count(*) FROM question WHERE conversation_id = c.id AND answered_on IS NULL)
FROM conversation c
LEFT JOIN follow_up f ON f.id = (SELECT min(id) FROM follow_up WHERE conversation_id = c.id)
LEFT JOIN sale s ON s.id = (SELECT min(id) FROM sale WHERE conversation_id = c.id)
WHERE c.contact_id = ?1 AND c.trashed_at IS NULL AND c.at <= ?2 AND (c.at, printf('c%019d', c.id)) < (?2, ?3)
ORDER BY c.at DESC, c.id DESC
LIMIT ?4
