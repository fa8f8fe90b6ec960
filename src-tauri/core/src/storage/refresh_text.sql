-- For the contacts of a JSON list of numbers. Phone numbers are found by their digits, as typed and in E.164, whatever stands
-- between; a name by its parts too where the display name hides them.
INSERT INTO contact_text (contact_id, name, company, reach, digits, town, tags, note)
SELECT
  c.id, iif(c.display = '', s.name, s.name || ' ' || c.given || ' ' || c.family), s.company,
  ifnull((SELECT group_concat(value, ' ') FROM reach WHERE contact_id = c.id AND kind <> 'phone'), ''),
  ifnull((SELECT group_concat(
      replace(replace(replace(replace(replace(replace(replace(value, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '/', ''), '+', '')
      || ifnull(' ' || substr(normal, 2), ''), ' ')
    FROM reach WHERE contact_id = c.id AND kind = 'phone'), ''),
  ifnull((SELECT group_concat(town || ' ' || street, ' ') FROM address WHERE contact_id = c.id), ''),
  ifnull((SELECT group_concat(t.name, ' ') FROM contact_tag h JOIN tag t ON t.id = h.tag_id WHERE h.contact_id = c.id), ''),
  c.note
FROM contact c JOIN contact_state s ON s.contact_id = c.id
WHERE c.id IN (SELECT value FROM json_each(?1)) AND c.trashed_at IS NULL
ORDER BY c.id -- as the index is written in one go only while the numbers rise
ON CONFLICT (contact_id) DO UPDATE SET
  name = excluded.name, company = excluded.company, reach = excluded.reach, digits = excluded.digits,
  town = excluded.town, tags = excluded.tags, note = excluded.note
WHERE (name, company, reach, digits, town, tags, note) IS NOT
  (excluded.name, excluded.company, excluded.reach, excluded.digits, excluded.town, excluded.tags, excluded.note)
