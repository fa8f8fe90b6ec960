//! What is generated is up to date.

use std::path::Path;

#[test]
fn the_pages_types_are_those_of_rust() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/lib/generated/api.ts");
    let fresh = rappel_core::commands::typescript::api();
    if std::env::var_os("RAPPEL_WRITE_GENERATED").is_some() {
        std::fs::write(&path, &fresh).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    assert!(kept == fresh, "ui/src/lib/generated/api.ts is stale: run `cargo xtask generate`");
}
