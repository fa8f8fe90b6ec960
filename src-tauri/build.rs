//! Tells Tauri what the window may call, from the one list of commands.
//!
//! `tauri-build` could make a permission per command, but it writes those into the source tree and every one would have to
//! be named in the capability again. One permission, `every-command`, is written from the list instead: a command
//! that is in the list is granted to the large window, any other call is refused, and no second list can drift. The small window is
//! granted the few that it needs, by their names.

use std::error::Error;
use std::fs::{self, File};
use std::path::Path;
use std::time::SystemTime;

use tauri_build::{AppManifest, Attributes};

include!("core/src/commands/list.rs");

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=src-tauri/core/src/commands/list.rs");
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    // The page is built into the program.
    println!("cargo:rerun-if-changed=ui/dist");

    let permission = Path::new(&std::env::var("OUT_DIR")?).join("every-command.toml");
    write_permission(&permission)?;
    let pattern: &'static str = Box::leak(permission.display().to_string().into_boxed_str());

    tauri_build::try_build(
        Attributes::new()
            .app_manifest(AppManifest::new().permissions_path_pattern(pattern))
            .capabilities_path_pattern("src-tauri/capabilities/**/*"),
    )?;
    if std::env::var("CARGO_CFG_TARGET_ENV").as_deref() == Ok("msvc") {
        manifest_of_tests();
    }
    Ok(())
}

/// Dialogs and menus take the controls of Windows in their newer version, which a program has to ask for in its manifest; without it Windows
/// does not even begin it. tauri-build gives the program one, but the tests of its library none: the linker makes theirs.
fn manifest_of_tests() {
    println!("cargo:rustc-link-arg=/MANIFEST:EMBED");
    println!(
        "cargo:rustc-link-arg=/MANIFESTDEPENDENCY:type='win32' name='Microsoft.Windows.Common-Controls' version='6.0.0.0' \
         processorArchitecture='*' publicKeyToken='6595b64144ccf1df' language='*'"
    );
    // The last word counts.
    println!("cargo:rustc-link-arg-bins=/MANIFEST:NO");
}

fn write_permission(path: &Path) -> Result<(), Box<dyn Error>> {
    if let Some(unknown) = SMALL_WINDOW.iter().find(|name| !COMMANDS.contains(name)) {
        return Err(format!("{unknown} is no command").into());
    }
    let text = permission("every-command", "Every command of Rappel", COMMANDS)
        + &permission("capture-commands", "The commands of the small window for a new lead", &SMALL_WINDOW);
    fs::write(path, text)?;
    // tauri-build has Cargo watch this file; a fresh date would make every build look out of date.
    File::options().write(true).open(path)?.set_modified(SystemTime::UNIX_EPOCH)?;
    Ok(())
}

fn permission(name: &str, description: &str, commands: &[&str]) -> String {
    let names: Vec<_> = commands.iter().map(|name| format!("{name:?}")).collect();
    let allowed = names.join(", ");
    format!("[[permission]]\nidentifier = {name:?}\ndescription = {description:?}\ncommands.allow = [{allowed}]\n")
}
