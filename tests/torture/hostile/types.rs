//! The types of the commands as the page has them, read from what is generated for it, and values of them: fitting ones, with hostile
//! words in every place for a text, and ones that don't fit.

use std::collections::BTreeMap;

use fastrand::Rng;
use serde_json::{Map, Value, json};

/// A type of the page.
#[derive(Debug, Clone)]
enum Type {
    Number,
    Text,
    Flag,
    Nothing,
    Word(String),
    List(Box<Type>),
    Some(Vec<Type>),
    Fields(Vec<(String, Type)>),
    AnyKeys(Box<Type>),
    OneOf(Vec<Type>),
    Named(String),
}

/// All commands with the types that they take.
pub struct Types {
    named: BTreeMap<String, Type>,
    /// Each command with what it takes.
    commands: Vec<(String, Type)>,
}

impl Types {
    /// Reads them from the generated file.
    pub fn read() -> Self {
        let text = rappel_core::commands::typescript::api();
        let mut words = Words { all: words(&text), at: 0 };
        let (mut named, mut commands) = (BTreeMap::new(), Vec::new());
        while words.at < words.all.len() {
            match words.next().as_str() {
                "type" => {
                    let name = words.next();
                    assert_eq!(words.next(), "=");
                    named.insert(name, words.read());
                }
                "interface" => {
                    assert_eq!(words.next(), "Commands");
                    let Type::Fields(fields) = words.read() else { panic!("the commands") };
                    for (name, it) in fields {
                        let Type::Fields(parts) = it else { panic!("{name}") };
                        commands.push((name, parts.into_iter().find(|it| it.0 == "input").expect("what it takes").1));
                    }
                }
                _ => {}
            }
        }
        Self { named, commands }
    }

    /// The names of the commands.
    pub fn commands(&self) -> impl Iterator<Item = &str> {
        self.commands.iter().map(|it| it.0.as_str())
    }

    /// A value that a command takes, with texts as `text` gives them.
    pub fn value(&self, command: &str, rng: &mut Rng, text: &mut dyn FnMut(&mut Rng) -> String) -> Value {
        let (_, it) = self.commands.iter().find(|it| it.0 == command).expect("a command");
        self.of(it, rng, text, 0)
    }

    fn of(&self, it: &Type, rng: &mut Rng, text: &mut dyn FnMut(&mut Rng) -> String, depth: u32) -> Value {
        match it {
            Type::Number => number(rng),
            Type::Text => Value::String(text(rng)),
            Type::Flag => rng.bool().into(),
            Type::Nothing => Value::Null,
            Type::Word(word) => word.as_str().into(),
            Type::List(of) => {
                let count = if depth > 6 { 0 } else { rng.usize(..4) };
                (0..count).map(|_| self.of(of, rng, text, depth + 1)).collect()
            }
            Type::Some(parts) => parts.iter().map(|it| self.of(it, rng, text, depth + 1)).collect(),
            Type::Fields(fields) => {
                let values = fields.iter().map(|(name, it)| (name.clone(), self.of(it, rng, text, depth + 1)));
                Value::Object(values.collect())
            }
            Type::AnyKeys(of) => {
                let value = self.of(of, rng, text, depth + 1);
                Value::Object(Map::from_iter([(text(rng), value)]))
            }
            Type::OneOf(choices) => self.of(&choices[rng.usize(..choices.len())], rng, text, depth + 1),
            Type::Named(name) => self.of(&self.named[name], rng, text, depth + 1),
        }
    }
}

fn number(rng: &mut Rng) -> Value {
    match rng.u8(..10) {
        // Mostly what may name something that is there.
        0..=6 => rng.i64(0..8).into(),
        7 => rng.i64(-3..400).into(),
        8 => [i64::MAX, i64::MIN, i64::from(u32::MAX), i64::from(i32::MIN), 65_536, 256, -1][rng.usize(..7)].into(),
        _ => json!([1.5, -0.0, 1e300, 4_294_967_296.0][rng.usize(..4)]),
    }
}

/// Breaks a value in one place: a part is missing, is of another kind, is too deep, or there is one too many.
pub fn break_somewhere(value: &mut Value, rng: &mut Rng) {
    match value {
        Value::Object(fields) if !fields.is_empty() && rng.u8(..4) > 0 => {
            let name = fields.keys().nth(rng.usize(..fields.len())).expect("a field").clone();
            match rng.u8(..5) {
                0 => drop(fields.remove(&name)),
                1 => drop(fields.insert("__proto__".to_owned(), json!({ "polluted": true }))),
                _ => break_somewhere(&mut fields[&name], rng),
            }
        }
        Value::Array(list) if !list.is_empty() && rng.u8(..4) > 0 => {
            let at = rng.usize(..list.len());
            break_somewhere(&mut list[at], rng);
        }
        other => {
            *other = match rng.u8(..8) {
                0 => Value::Null,
                1 => json!(true),
                2 => json!(-1),
                3 => json!(1e308),
                4 => json!("'; DROP TABLE contact; --"),
                5 => json!([[[[[[[[[["deep"]]]]]]]]]]),
                6 => json!({ "kind": "nobody_knows", "toString": 1 }),
                _ => Value::Array(vec![Value::Null; 1_000]),
            }
        }
    }
}

/// The words of a file of types, without its remarks.
fn words(text: &str) -> Vec<String> {
    let (mut found, mut rest) = (Vec::new(), text);
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("/*") {
            rest.find("*/").expect("its end") + 2
        } else if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if first.is_whitespace() {
            first.len_utf8()
        } else {
            let length = match first {
                '"' => rest[1..].find('"').expect("its end") + 2,
                it if it.is_alphanumeric() || it == '_' => {
                    rest.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(rest.len())
                }
                _ => 1,
            };
            found.push(rest[..length].to_owned());
            length
        };
        rest = &rest[length..];
    }
    found
}

struct Words {
    all: Vec<String>,
    at: usize,
}

impl Words {
    fn next(&mut self) -> String {
        self.at += 1;
        self.all[self.at - 1].clone()
    }

    fn is(&mut self, word: &str) -> bool {
        let is = self.all.get(self.at).is_some_and(|it| it == word);
        self.at += usize::from(is);
        is
    }

    fn read(&mut self) -> Type {
        self.is("|");
        let mut choices = vec![self.read_listed()];
        while self.is("|") {
            choices.push(self.read_listed());
        }
        if choices.len() == 1 { choices.remove(0) } else { Type::OneOf(choices) }
    }

    fn read_listed(&mut self) -> Type {
        let mut it = self.read_one();
        while self.is("[") {
            assert!(self.is("]"));
            it = Type::List(Box::new(it));
        }
        it
    }

    fn read_one(&mut self) -> Type {
        match self.next().as_str() {
            "number" | "bigint" => Type::Number,
            "string" => Type::Text,
            "boolean" => Type::Flag,
            "null" => Type::Nothing,
            "Array" => {
                assert!(self.is("<"));
                let of = self.read();
                assert!(self.is(">"));
                Type::List(Box::new(of))
            }
            "[" => {
                let mut parts = Vec::new();
                while !self.is("]") {
                    parts.push(self.read());
                    self.is(",");
                }
                Type::Some(parts)
            }
            "{" => self.read_fields(),
            word if word.starts_with('"') => Type::Word(word.trim_matches('"').to_owned()),
            name => Type::Named(name.to_owned()),
        }
    }

    fn read_fields(&mut self) -> Type {
        let mut fields = Vec::new();
        while !self.is("}") {
            if self.is("[") {
                while !self.is("]") {
                    self.next();
                }
                self.is("?");
                assert!(self.is(":"));
                let of = self.read();
                self.is(",");
                assert!(self.is("}"));
                return Type::AnyKeys(Box::new(of));
            }
            let name = self.next().trim_matches('"').to_owned();
            self.is("?");
            assert!(self.is(":"), "after {name}");
            fields.push((name, self.read()));
            let _ = self.is(",") || self.is(";");
        }
        Type::Fields(fields)
    }
}
