//! The tasks that make something: the program, its bundles, its icons, the TypeScript of its commands, and figures.

use std::fs;
use std::path::Path;

use crate::shell::{cargo, command, root, run, target};
use crate::{Outcome, figures, machine, page};

/// Builds the program as it is shipped and starts it.
pub fn run_program(words: &[String]) -> Outcome {
    machine::prepare(false)?;
    page::build()?;
    run(&mut cargo(&["build", "--release", "--package", "rappel"]))?;
    let program = target().join("release").join(format!("rappel{}", std::env::consts::EXE_SUFFIX));
    run(command(program, &[]).args(words))
}

/// Measures: everything in tests/benches, or what is named; what follows `--` is for the measurement itself. At the end stands one
/// table of all that was promised.
pub fn bench(words: &[String]) -> Outcome {
    let folder = root().join("tests/benches");
    let (names, options) = words.split_at(words.iter().position(|word| word == "--").unwrap_or(words.len()));
    let is_there = |name: &str| ["{}.rs", "{}/main.rs"].iter().any(|it| folder.join(it.replace("{}", name)).is_file());
    if let Some(unknown) = names.iter().find(|name| !is_there(name)) {
        return Err(format!("There is no benchmark named {unknown} in tests/benches."));
    }
    let mut bench = cargo(&["bench", "--package", "rappel-tests"]);
    if names.is_empty() {
        bench.arg("--benches");
    }
    for name in names {
        bench.args(["--bench", name]);
    }
    // All but these measure the program as it is shipped, on a screen of its own.
    if names.is_empty() || names.iter().any(|name| !["screens", "lock"].contains(&name.as_str())) {
        machine::prepare(true)?;
        page::build()?;
        run(&mut cargo(&["build", "--release", "--package", "rappel", "--package", "rappel-floor"]))?;
        let release = target().join("release");
        bench.env("RAPPEL_BINARY", release.join("rappel")).env("RAPPEL_FLOOR", release.join("rappel-floor"));
        bench.env("RAPPEL_TAURI_DRIVER", machine::tauri_driver()?);
        // What is measured is packed as it stands, without another build.
        run(&mut command(page::tool("tauri"), &["bundle", "--bundles", "deb"]))?;
    }
    figures::forget()?;
    run(bench.args(options).env("RAPPEL_FIGURES", figures::folder()))?;
    let typed: Vec<_> = ["cargo", "xtask", "bench"].into_iter().chain(words.iter().map(String::as_str)).collect();
    figures::tell(&typed.join(" "))
}

/// Makes those of the packages named in tauri.conf.json that are for this system, and tells how big they are.
pub fn bundle() -> Outcome {
    machine::prepare(false)?;
    page::build()?;
    // The program is named, because the workspace's default members leave it out.
    run(&mut command(page::tool("tauri"), &["build", "--", "--package", "rappel"]))?;
    let release = target().join("release");
    tell_size(&release.join(format!("rappel{}", std::env::consts::EXE_SUFFIX)))?;
    let kinds: &[(&str, &str)] = match std::env::consts::OS {
        "windows" => &[("nsis", "exe"), ("msi", "msi")],
        "macos" => &[("dmg", "dmg")],
        _ => &[("deb", "deb"), ("rpm", "rpm")],
    };
    for (kind, extension) in kinds {
        for file in files(&release.join("bundle").join(kind), extension)? {
            tell_size(&file)?;
        }
    }
    Ok(())
}

fn files(folder: &Path, extension: &str) -> Outcome<Vec<std::path::PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(entries.flatten().map(|it| it.path()).filter(|it| it.extension().is_some_and(|it| it == extension)).collect())
}

/// Tells how big a file is.
pub fn tell_size(file: &Path) -> Outcome {
    let bytes = fs::metadata(file).map_err(|error| format!("{}: {error}", file.display()))?.len();
    let shown = file.strip_prefix(root()).unwrap_or(file).display();
    println!("{shown}  {}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10);
    Ok(())
}

/// Draws the icons of all sizes from the two drawings.
pub fn icons() -> Outcome {
    page::install()?;
    let icons = root().join("icons");
    let draw = |drawing: &str, to: &Path, sizes: &[&str]| {
        let mut icon = command(page::tool("tauri"), &["icon"]);
        run(icon.arg(icons.join(drawing)).arg("--output").arg(to).args(sizes))
    };
    draw("icon.svg", &icons, &[])?;
    // Rappel is a program for desks.
    for phone in ["android", "ios"] {
        let folder = icons.join(phone);
        if folder.is_dir() {
            fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
    }
    let tray = target().join("tray-icon");
    draw("tray.svg", &tray, &["--png", "64"])?;
    fs::copy(tray.join("64x64.png"), icons.join("tray.png")).map_err(|error| format!("icons/tray.png: {error}"))?;
    Ok(())
}

/// Writes ui/src/lib/generated from the Rust types.
pub fn generate() -> Outcome {
    let mut test = cargo(&["test", "--package", "rappel-tests", "--test", "core", "--", "generated", "doors"]);
    run(test.env("RAPPEL_WRITE_GENERATED", "1"))
}
