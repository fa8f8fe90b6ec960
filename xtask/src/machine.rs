//! What this machine lacks: system libraries, test tools, Node. On Debian and its children they are installed; elsewhere
//! the exact command is named, as guessing at other people's systems does harm.

use std::path::PathBuf;

use crate::Outcome;
use crate::shell::{cargo, command, output, root, run, succeeds, target};

/// To build the program on Debian.
const BUILD_PACKAGES: [&str; 7] = [
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "libayatana-appindicator3-dev",
    "librsvg2-dev",
    "libxdo-dev",
    "libssl-dev",
];
/// To drive the real window, with a desktop around it and a clock that can be moved; on Wayland and in other languages; to install what is
/// packed; and for the floor that an import is measured beside.
const TEST_PACKAGES: [&str; 20] = [
    "webkit2gtk-driver",
    "xvfb",
    "dbus",
    "dbus-x11",
    "dunst",
    "openbox",
    "xdotool",
    "imagemagick",
    "fonts-noto-core",
    "faketime",
    "sqlite3",
    "strace",
    "iproute2",
    "weston",
    "xwayland",
    "locales",
    "fakeroot",
    "rpm",
    "desktop-file-utils",
    "libglib2.0-bin",
];
/// What the packages above bring, by the names that every Linux knows.
const LIBRARIES: [&str; 4] = ["webkit2gtk-4.1", "ayatana-appindicator3-0.1", "librsvg-2.0", "libcrypto"];
const TEST_TOOLS: [&str; 16] = [
    "WebKitWebDriver",
    "Xvfb",
    "dbus-run-session",
    "dunst",
    "openbox",
    "xdotool",
    "faketime",
    "strace",
    "ip",
    "weston",
    "Xwayland",
    "fakeroot",
    "dpkg",
    "rpm",
    "desktop-file-validate",
    "gio",
];

/// To look from Debian at what is built for other systems: a Rust that can build its own standard library for them.
const CROSS_PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];
/// To build for Windows, with the ciphers of the lock, and to run what was built.
const WINDOWS_PACKAGES: [&str; 4] = ["gcc-mingw-w64-x86-64", "g++-mingw-w64-x86-64", "wine64", "perl"];

const TAURI_DRIVER: &str = "2.1.0";
const CARGO_DENY: &str = "0.20.2";
/// The oldest Node that the page's tools take.
const NODE: u32 = 20;

/// Makes the machine fit to build, and to run the tests in the real window where `tests` says so.
pub fn prepare(tests: bool) -> Outcome {
    node()?;
    match std::env::consts::OS {
        "linux" => linux(tests),
        _ if tests => {
            Err("The tests drive the real window of a Linux desktop (tauri-driver has none for this system). \
             Here, `cargo test` runs all others."
                .to_owned())
        }
        // Cargo could build this very program, so compiler and linker are there; the web view is part of the system.
        _ => Ok(()),
    }
}

fn node() -> Outcome {
    let found = output("node", &["--version"]);
    let major = found.as_deref().and_then(|it| it.trim_start_matches('v').split('.').next()?.parse::<u32>().ok());
    if major.is_some_and(|major| major >= NODE) {
        return Ok(());
    }
    let here = match std::env::consts::OS {
        "macos" => "brew install node",
        "windows" => "winget install OpenJS.NodeJS.LTS",
        _ => "see https://nodejs.org/en/download",
    };
    let found = found.map_or_else(|| "none was found".to_owned(), |it| format!("{it} was found"));
    Err(format!("Node {NODE} or newer is needed and {found}. To install it: {here}"))
}

fn linux(tests: bool) -> Outcome {
    let os = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let is = |name: &str| family(&os).any(|it| it == name);
    if is("debian") || is("ubuntu") {
        let tests: &[&str] = if tests { &TEST_PACKAGES } else { &[] };
        return debian(&[&BUILD_PACKAGES, tests].concat());
    }
    let missing = missing_by_name(tests);
    if missing.is_empty() {
        return Ok(());
    }
    let install = if is("fedora") {
        "sudo dnf install @development-tools pkgconf webkit2gtk4.1-devel libayatana-appindicator-gtk3-devel librsvg2-devel \
         libxdo-devel openssl-devel webkit2gtk-driver xorg-x11-server-Xvfb dbus-daemon dunst openbox xdotool ImageMagick strace iproute \
         google-noto-sans-fonts libfaketime weston xorg-x11-server-Xwayland glibc-locale-source fakeroot dpkg rpm desktop-file-utils glib2"
    } else if is("arch") {
        "sudo pacman -S --needed base-devel pkgconf webkit2gtk-4.1 libayatana-appindicator librsvg xdotool openssl \
         xorg-server-xvfb dbus dunst openbox imagemagick noto-fonts libfaketime strace \
         iproute2 weston xorg-xwayland fakeroot dpkg rpm-tools desktop-file-utils glib2"
    } else {
        "(this system's packages are not known here; the names above say what to look for)"
    };
    Err(format!("This machine lacks {}. To install it:\n\n  {install}", missing.join(", ")))
}

/// The distribution and those it descends from.
fn family(os_release: &str) -> impl Iterator<Item = &str> {
    let lines = os_release.lines().filter_map(|line| line.strip_prefix("ID=").or(line.strip_prefix("ID_LIKE=")));
    lines.flat_map(|value| value.trim_matches('"').split(' '))
}

fn missing_by_name(tests: bool) -> Vec<&'static str> {
    let mut missing = Vec::new();
    if !succeeds("pkg-config", &["--version"]) {
        missing.push("pkg-config");
    }
    missing.extend(LIBRARIES.into_iter().filter(|name| !succeeds("pkg-config", &["--exists", name])));
    if tests {
        missing.extend(TEST_TOOLS.into_iter().filter(|name| !in_path(name)));
    }
    missing
}

fn in_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// Makes the machine fit to build for other systems, and to run what was built for Windows where `windows` says so.
pub fn prepare_cross(windows: bool) -> Outcome {
    node()?;
    let os = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    if !family(&os).any(|it| it == "debian") {
        return Err("Other systems are only built for on Debian, whose Rust can build its standard library for them."
            .to_owned());
    }
    let windows: &[&str] = if windows { &WINDOWS_PACKAGES } else { &[] };
    debian(&[&BUILD_PACKAGES[..], &CROSS_PACKAGES, windows].concat())
}

fn debian(packages: &[&'static str]) -> Outcome {
    let mut wanted = packages.to_vec();
    let installed =
        |name: &&str| output("dpkg-query", &["-W", "-f=${db:Status-Status}", name]).as_deref() == Some("installed");
    wanted.retain(|name| !installed(name));
    if wanted.is_empty() {
        return Ok(());
    }
    let packages = wanted.join(" ");
    println!("This machine lacks: {packages}");
    let mut apt = vec!["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
    if output("id", &["-u"]).as_deref() != Some("0") {
        if !in_path("sudo") {
            let by_hand = format!("apt-get update && apt-get install -y --no-install-recommends {packages}");
            return Err(format!("There is no sudo to install them with. As root:\n\n  {by_hand}"));
        }
        apt.insert(0, "sudo");
    }
    let apt = |words: &[&str]| run(command(apt[0], &apt[1..]).args(words));
    apt(&["update"])?;
    apt(&["install", "-y", "--no-install-recommends"].iter().chain(&wanted).copied().collect::<Vec<_>>())
}

/// The program between the tests and WebKit's driver; where it is.
pub fn tauri_driver() -> Outcome<PathBuf> {
    tool("tauri-driver", TAURI_DRIVER)
}

/// What looks at all that is built in; where it is.
pub fn cargo_deny() -> Outcome<PathBuf> {
    tool("cargo-deny", CARGO_DENY)
}

/// A program from crates.io, kept among the project's own build files.
fn tool(name: &str, version: &str) -> Outcome<PathBuf> {
    let tools = target().join("tools");
    let tool = tools.join("bin").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    let receipt = std::fs::read_to_string(tools.join(".crates.toml")).unwrap_or_default();
    if !tool.is_file() || !receipt.contains(&format!("{name} {version} ")) {
        let package = format!("{name}@{version}");
        let mut install = cargo(&["install", &package, "--locked", "--force", "--root"]);
        // Not in the project's folder: there, its own settings and lock file would count.
        run(install.arg(&tools).current_dir(root().parent().unwrap_or(root())))?;
    }
    Ok(tool)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_of_debian_counts_as_debian() {
        let mint = "NAME=\"Linux Mint\"\nID=linuxmint\nID_LIKE=\"ubuntu debian\"\nVERSION_ID=22";
        assert_eq!(family(mint).collect::<Vec<_>>(), ["linuxmint", "ubuntu", "debian"]);
    }
}
