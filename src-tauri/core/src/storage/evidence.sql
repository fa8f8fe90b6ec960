-- The days that tell when a contact became what; the words of the history are those that its indexes hold.
SELECT
  nullif(min(
    ifnull((SELECT min(answered_on) FROM answer WHERE contact_id = ?1), '~'),
    ifnull((SELECT substr(min(at), 1, 10) FROM history
            WHERE contact_id = ?1 AND substr(what, 1, 18) = '{"kind":"answered"'), '~')), '~'),
  (SELECT substr(min(at), 1, 10) FROM history
   WHERE contact_id = ?1 AND what = '{"kind":"lifecycle_changed","from":"lead","to":"prospect"}'),
  (SELECT min(opened_on) FROM opportunity WHERE contact_id = ?1),
  (SELECT min(sold_on) FROM sale WHERE contact_id = ?1),
  (SELECT min(sold_on) FROM sale WHERE contact_id = ?1 AND sold_on > (SELECT min(sold_on) FROM sale WHERE contact_id = ?1))
