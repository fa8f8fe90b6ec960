//! Running other programs from the root of the project, saying which, and stopping with plain words when one fails.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Outcome;

/// The root of the project: the folder above this package.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask stands in the project")
}

/// Where Cargo builds.
pub fn target() -> PathBuf {
    let folder = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    root().join(folder)
}

/// A program and its words, to be run from the root.
pub fn command(program: impl AsRef<Path>, words: &[&str]) -> Command {
    let mut command = Command::new(program.as_ref());
    command.args(words).current_dir(root());
    command
}

/// Cargo, the very one that runs this.
pub fn cargo(words: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from);
    command(cargo, words)
}

/// npm, in the folder of the page.
pub fn npm(words: &[&str]) -> Command {
    // On Windows npm is a script, which is only found by its whole name.
    let mut command = command(if cfg!(windows) { "npm.cmd" } else { "npm" }, words);
    command.current_dir(root().join("ui"));
    command
}

/// A command as a person would type it.
pub fn typed(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let words = command.get_args().map(|word| word.to_string_lossy().into_owned());
    std::iter::once(program).chain(words).collect::<Vec<_>>().join(" ")
}

/// Runs a command to its end, with its output on the terminal.
pub fn run(command: &mut Command) -> Outcome {
    let typed = typed(command);
    println!("$ {typed}");
    let status = command.status().map_err(|error| format!("could not start `{typed}`: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{typed}` failed")) }
}

/// Runs a command to its end, passing its output on while `hear` hears each line of it.
pub fn watched(command: &mut Command, mut hear: impl FnMut(&str)) -> Outcome {
    let typed = typed(command);
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|error| format!("could not start `{typed}`: {error}"))?;
    let output = child.stdout.take().ok_or("no output to read")?;
    let mut terminal = std::io::stdout();
    let mut lines = BufReader::new(output);
    let mut line = Vec::new();
    // Bytes, not text: a program may print what is no UTF-8, and that is no reason to stop.
    while lines.read_until(b'\n', &mut line).map_err(|error| error.to_string())? > 0 {
        terminal.write_all(&line).map_err(|error| error.to_string())?;
        hear(&String::from_utf8_lossy(&line));
        line.clear();
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    if status.success() { Ok(()) } else { Err(format!("`{typed}` failed")) }
}

/// Whether a program runs and is content, in silence.
pub fn succeeds(program: &str, words: &[&str]) -> bool {
    let status = command(program, words).stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

/// What a program prints; none when it is missing or fails.
pub fn output(program: &str, words: &[&str]) -> Option<String> {
    let output = command(program, words).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
