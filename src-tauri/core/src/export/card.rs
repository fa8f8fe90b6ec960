//! People as vCard 4.0 (RFC 6350), one card each. `calcard` escapes and folds; what stands here is which property says what.

use std::io::Write;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use calcard::vcard::{VCardEntry, VCardParameter, VCardParameterValue, VCardProperty, VCardValue};
use rappel_domain::birthday::Birthday;
use rappel_domain::contact::ContactDraft;

use crate::{Error, Result};

/// The property of a field of the person's own making; its name stands beside it as Apple's label.
pub const OWN_FIELD: &str = "X-RAPPEL-FIELD";
/// Where a label stands that no type says.
const LABEL: &str = "X-ABLabel";

/// A card in the making.
#[derive(Default)]
struct Card {
    text: String,
    groups: usize,
}

/// Writes somebody's card; the photo as its media type and its bytes.
///
/// # Errors
/// Those of the file.
pub fn write(to: &mut dyn Write, draft: &ContactDraft, photo: Option<&(String, Vec<u8>)>) -> Result<()> {
    let mut card = Card::default();
    let name = &draft.name;
    card.put(VCardProperty::Fn, vec![text(&name.shown())])?;
    // RFC 6350 section 6.2.2: family, given, further, before, after. The particle belongs to the family name.
    let family = [&name.particle, &name.family].map(String::as_str).join(" ");
    let parts = [family.trim(), &name.given, "", &name.prefix, ""];
    if parts.iter().any(|part| !part.is_empty()) {
        card.put(VCardProperty::N, parts.map(text).to_vec())?;
    }
    if !draft.company.is_empty() {
        card.put(VCardProperty::Org, vec![text(&draft.company)])?;
    }
    if !draft.job_title.is_empty() {
        card.put(VCardProperty::Title, vec![text(&draft.job_title)])?;
    }
    for it in &draft.emails {
        card.labelled(VCardProperty::Email, &it.label, vec![text(&it.value)])?;
    }
    for it in &draft.phones {
        card.labelled(VCardProperty::Tel, &it.label, vec![text(&it.value)])?;
    }
    for it in &draft.websites {
        card.labelled(VCardProperty::Url, &it.label, vec![text(&it.value)])?;
    }
    for it in &draft.addresses {
        // Section 6.3.1: post box, extended, street, town, region, code, country.
        let parts = ["", "", &it.street, &it.town, &it.region, &it.postal_code, &it.country];
        card.labelled(VCardProperty::Adr, &it.label, parts.map(text).to_vec())?;
    }
    if let Some(day) = draft.birthday {
        card.put(VCardProperty::Bday, vec![text(&birthday(day))])?;
    }
    if !draft.language.is_empty() {
        card.put(VCardProperty::Lang, vec![text(&draft.language)])?;
    }
    if !draft.tags.is_empty() {
        card.put(VCardProperty::Categories, draft.tags.iter().map(|tag| text(tag)).collect())?;
    }
    if !draft.note.is_empty() {
        card.put(VCardProperty::Note, vec![text(&draft.note)])?;
    }
    for it in &draft.custom {
        card.grouped(VCardProperty::Other(OWN_FIELD.to_owned()), &it.name, vec![text(&it.value)])?;
    }
    if let Some((media_type, bytes)) = photo {
        // Section 6.2.4: a `data:` address.
        card.put(VCardProperty::Photo, vec![text(&format!("data:{media_type};base64,{}", STANDARD.encode(bytes)))])?;
    }
    write!(to, "BEGIN:VCARD\r\nVERSION:4.0\r\n{}END:VCARD\r\n", card.text)?;
    Ok(())
}

impl Card {
    fn put(&mut self, name: VCardProperty, values: Vec<VCardValue>) -> Result<()> {
        self.entry(&VCardEntry::new(name).with_values(values))
    }

    fn entry(&mut self, entry: &VCardEntry) -> Result<()> {
        entry.write_to(&mut self.text, true).map_err(|error| Error::Internal(error.to_string()))
    }

    /// With the types that every program knows, else with the label as Apple writes it.
    fn labelled(&mut self, name: VCardProperty, label: &str, values: Vec<VCardValue>) -> Result<()> {
        let is_phone = name == VCardProperty::Tel;
        let types: &[&str] = match label {
            "" => &[],
            "home" => &["home"],
            "work" => &["work"],
            "mobile" if is_phone => &["cell"],
            "fax" if is_phone => &["fax"],
            "home fax" if is_phone => &["home", "fax"],
            "work fax" if is_phone => &["work", "fax"],
            "pager" if is_phone => &["pager"],
            own => return self.grouped(name, own, values),
        };
        let types = types.iter().map(|it| VCardParameter::typ(VCardParameterValue::Text((*it).to_owned())));
        self.entry(&VCardEntry::new(name).with_params(types.collect()).with_values(values))
    }

    fn grouped(&mut self, name: VCardProperty, label: &str, values: Vec<VCardValue>) -> Result<()> {
        self.groups += 1;
        let group = Some(format!("item{}", self.groups));
        self.entry(&VCardEntry::new(name).with_group(group.clone()).with_values(values))?;
        let label = VCardEntry::new(VCardProperty::Other(LABEL.to_owned())).with_value(text(label));
        self.entry(&label.with_group(group))
    }
}

fn text(value: &str) -> VCardValue {
    VCardValue::Text(value.to_owned())
}

/// Section 4.3.1: `19790308`, and `--0308` without a year.
fn birthday(day: Birthday) -> String {
    let (month, d) = (day.month(), day.day());
    day.year().map_or_else(|| format!("--{month:02}{d:02}"), |year| format!("{year:04}{month:02}{d:02}"))
}
