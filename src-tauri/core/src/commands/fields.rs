//! Fields of the person's own making: added, renamed, given another kind, put in order, put away. What a change of kind does to the
//! values can be seen first, and none is lost.

use rappel_domain::contact::{ContactDraft, CustomValue};
use rappel_domain::custom_field::{CHOICE_LIMIT, FIELD_LIMIT, FieldKind, normal};
use rappel_domain::ids::FieldId;

use crate::event::Topic;
use crate::import::{DateOrder, kinds};
use crate::storage::{self, Db};
use crate::text::check;
use crate::views::*;
use crate::{App, Error, Result};

/// How many values are shown of those that change or stay.
const SHOWN: usize = 5;

/// The fields with their use, in their order.
///
/// # Errors
/// Those of the database.
pub fn list_fields(app: &App, (): ()) -> Result<Vec<FieldView>> {
    app.read(storage::field::with_use)
}

/// What a change would do to the values of a field.
///
/// # Errors
/// Those of [`save_field`] but `missing`.
pub fn preview_field(app: &App, input: SaveField) -> Result<FieldPreview> {
    let field = CustomField {
        id: input.id.unwrap_or(FieldId(0)),
        name: input.name,
        kind: input.kind,
        choices: choices(input.choices)?,
        archived: input.archived,
    };
    app.read(|db| {
        let mut preview = FieldPreview {
            most_used: storage::field::most_used(db, field.id, CHOICE_LIMIT)?,
            ..FieldPreview::default()
        };
        for (_, old, new) in changes(db, &field)? {
            match new {
                Some(new) if new == old => preview.fit += 1,
                Some(new) => {
                    preview.rewritten += 1;
                    if preview.examples.len() < SHOWN {
                        preview.examples.push((old, new));
                    }
                }
                None => {
                    preview.stay += 1;
                    if preview.staying.len() < SHOWN {
                        preview.staying.push(old.chars().take(100).collect());
                    }
                }
            }
        }
        Ok(preview)
    })
}

/// Each value of a field as it stands, and as it would with that kind; none where it does not fit.
fn changes(db: &Db, field: &CustomField) -> Result<Vec<(i64, String, Option<String>)>> {
    let values = storage::field::values(db, field.id)?;
    let order = match field.kind {
        FieldKind::Date => kinds::order_of(values.iter().map(|(_, value)| value.as_str())),
        _ => DateOrder::DayFirst,
    };
    let new = |value: &str| kinds::fitting(field, value, &order).ok();
    Ok(values.into_iter().map(|(id, old)| (id, new(&old), old)).map(|(id, new, old)| (id, old, new)).collect())
}

fn choices(given: Vec<String>) -> Result<Vec<String>> {
    let mut tidy: Vec<String> = Vec::new();
    for choice in given {
        let choice = check::line("choices", &choice)?;
        if !choice.is_empty() && !tidy.iter().any(|it| it.to_lowercase() == choice.to_lowercase()) {
            tidy.push(choice);
        }
    }
    if tidy.len() > CHOICE_LIMIT {
        return Err(Error::refused("too_many").with("field", "choices").with("limit", CHOICE_LIMIT));
    }
    Ok(tidy)
}

/// Adds or changes a field. With another kind, values that fit are written in its form, and all others stay as they are.
///
/// # Errors
/// `missing` for the name or, of a choice, what can be chosen; `too_long`, `too_many`, `field_there` for a name that another field has, or
/// `not_found`.
pub fn save_field(app: &App, input: SaveField) -> Result<FieldId> {
    let name = check::needed("custom", &input.name)?;
    // They are kept for when the field is a choice again.
    let choices = choices(input.choices)?;
    if input.kind == FieldKind::Choice && choices.is_empty() {
        return Err(Error::refused("missing").with("field", "choices"));
    }
    app.write(|write| {
        let fields = storage::field::list(write.db)?;
        let key = name.to_lowercase();
        if fields.iter().any(|it| Some(it.id) != input.id && it.name.to_lowercase() == key) {
            return Err(Error::refused("field_there").with("value", &name));
        }
        let id = input.id.unwrap_or(FieldId(0));
        let field = CustomField { id, name: name.clone(), kind: input.kind, choices, archived: input.archived };
        write.changed(Topic::Settings);
        write.did(if input.id.is_some() { "field_changed" } else { "field_added" }, name);
        if input.id.is_none() {
            if fields.len() >= FIELD_LIMIT {
                return Err(Error::refused("too_many").with("field", "custom").with("limit", FIELD_LIMIT));
            }
            return storage::field::insert(write.db, &field);
        }
        let old = fields.iter().find(|it| it.id == id).ok_or_else(Error::not_found)?;
        storage::field::update(write.db, &field)?;
        if old.name != field.name {
            storage::mapping::note_field(write.db, &old.name, id)?;
        }
        if (old.kind, &old.choices) != (field.kind, &field.choices) {
            for (value, before, after) in changes(write.db, &field)? {
                if let Some(after) = after.filter(|after| *after != before) {
                    storage::field::set_value(write.db, value, &after)?;
                }
            }
        }
        write.changed(Topic::Contacts);
        Ok(id)
    })
}

/// Puts the fields in a new order. Those not named stay behind the others.
///
/// # Errors
/// Those of the database.
pub fn arrange_fields(app: &App, input: ArrangeFields) -> Result<()> {
    app.write(|write| {
        let fields = storage::field::list(write.db)?;
        let left = fields.iter().map(|it| it.id).filter(|id| !input.order.contains(id));
        let order = input.order.iter().copied().chain(left).enumerate();
        order.into_iter().try_for_each(|(at, id)| storage::field::set_position(write.db, id, at + 1))?;
        write.changed(Topic::Settings);
        write.changed(Topic::Contacts);
        write.did("fields_arranged", "");
        Ok(())
    })
}

/// Brings the values of own fields that were typed into the form of these fields. What stood there before may stay, whatever it is.
///
/// # Errors
/// `bad_field_number`, `bad_field_date` or `bad_field_choice`, with the name of the field and the value.
pub(super) fn check_values(db: &Db, draft: &mut ContactDraft, before: &[CustomValue]) -> Result<()> {
    if draft.custom.is_empty() {
        return Ok(());
    }
    let fields = storage::field::list(db)?;
    for it in draft.custom.iter_mut().filter(|it| !before.contains(it)) {
        let key = it.name.to_lowercase();
        let Some(field) = fields.iter().find(|field| field.name.to_lowercase() == key) else { continue };
        it.value = normal(field.kind, &field.choices, &it.value).ok_or_else(|| {
            let code = match field.kind {
                FieldKind::Date => "bad_field_date",
                FieldKind::Choice => "bad_field_choice",
                FieldKind::Number | FieldKind::Text => "bad_field_number",
            };
            Error::refused(code).with("name", &field.name).with("value", it.value.chars().take(100).collect::<String>())
        })?;
    }
    Ok(())
}
