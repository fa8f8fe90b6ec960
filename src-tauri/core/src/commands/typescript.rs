//! Writes the commands and their types down for the page, so that a call that Rust would not take does not compile there.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};

use ts_rs::{Config, TS, TypeVisitor};

use super::*;
use crate::error::ErrorView;
use crate::event::Event;

/// Collects the declarations of a type and of all that it names.
struct Collector {
    config: Config,
    seen: HashSet<TypeId>,
    found: BTreeMap<String, String>,
}

impl TypeVisitor for Collector {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        // Only our own types have a declaration; numbers, lists and the like stand for themselves.
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            self.found.insert(T::ident(&self.config), format!("{docs}export {}", T::decl(&self.config)));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

macro_rules! write_commands {
    ($($(#[$doc:meta])* $name:ident($input:ty) -> $output:ty;)*) => {
        fn commands(collector: &mut Collector) -> String {
            let mut lines = String::new();
            $(
                collector.visit::<$input>();
                collector.visit::<$output>();
                lines.push_str(&format!(
                    "  {}: {{ input: {}; output: {} }};\n",
                    stringify!($name),
                    <$input as TS>::name(&collector.config),
                    <$output as TS>::name(&collector.config),
                ));
            )*
            lines
        }
    };
}
crate::for_each_command!(write_commands);

/// The whole generated file.
pub fn api() -> String {
    let mut collector =
        Collector { config: Config::new().with_large_int("number"), seen: HashSet::new(), found: BTreeMap::new() };
    let commands = commands(&mut collector);
    collector.visit::<Event>();
    collector.visit::<ErrorView>();
    let types: Vec<_> = collector.found.into_values().collect();
    format!(
        "// Written by `cargo xtask generate`. Do not edit: the tests compare it with the Rust types.\n\n{}\n\n\
         /** Every command with what it takes and gives. */\nexport interface Commands {{\n{commands}}}\n",
        types.join("\n\n"),
    )
}
