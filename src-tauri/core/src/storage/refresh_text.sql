-- Phone numbers are found by their digits, as typed and in E.164, whatever stands between.
INSERT INTO contact_text (contact_id, name, company, reach, digits, town, tags, note)
SELECT
  ?1, ?2, ifnull((SELECT name FROM company WHERE id = ?3), ''),
  ifnull((SELECT group_concat(value, ' ') FROM reach WHERE contact_id = ?1 AND kind <> 'phone'), ''),
  ifnull((SELECT group_concat(
      replace(replace(replace(replace(replace(replace(replace(value, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '/', ''), '+', '')
      || ifnull(' ' || substr(normal, 2), ''), ' ')
    FROM reach WHERE contact_id = ?1 AND kind = 'phone'), ''),
  ifnull((SELECT group_concat(town || ' ' || street, ' ') FROM address WHERE contact_id = ?1), ''),
  ifnull((SELECT group_concat(t.name, ' ') FROM contact_tag c JOIN tag t ON t.id = c.tag_id WHERE c.contact_id = ?1), ''),
  ?4
WHERE true
ON CONFLICT (contact_id) DO UPDATE SET
  name = excluded.name, company = excluded.company, reach = excluded.reach, digits = excluded.digits,
  town = excluded.town, tags = excluded.tags, note = excluded.note
WHERE (name, company, reach, digits, town, tags, note) IS NOT
  (excluded.name, excluded.company, excluded.reach, excluded.digits, excluded.town, excluded.tags, excluded.note)
