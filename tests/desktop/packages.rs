//! The packages for Linux: put into an empty folder by the programs that install them, started from there, and taken out again.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use tempfile::TempDir;

use crate::harness::page::ctrl;
use crate::harness::{Desktop, minutes_ahead};

/// A kind of package, by the ending of its name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Deb,
    Rpm,
}

/// A system into which nothing was installed yet.
struct System {
    kind: Kind,
    root: TempDir,
}

impl System {
    fn empty(kind: Kind) -> Self {
        let root = tempfile::tempdir().expect("a folder");
        // What dpkg notes is there on every system that has it.
        for folder in ["info", "updates"] {
            fs::create_dir_all(root.path().join("var/lib/dpkg").join(folder)).expect("a folder");
        }
        fs::write(root.path().join("var/lib/dpkg/status"), "").expect("a file");
        Self { kind, root }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    /// Runs what installs packages, for which whoever runs it only seems to be the administrator.
    fn run(&self, words: &[&str]) {
        let root = self.root.path().to_string_lossy();
        let (notes, moved) = (format!("{root}/var/lib/rpm"), format!("/usr={root}/usr"));
        let tool: &[&str] = match self.kind {
            Kind::Deb => &["dpkg", "--force-depends", "--force-bad-path", "--root", &root],
            Kind::Rpm => &["rpm", "--force-debian", "--nodeps", "--dbpath", &notes],
        };
        let moved: &[&str] =
            if words[0] == "--install" && self.kind == Kind::Rpm { &["--relocate", &moved, "--badreloc"] } else { &[] };
        said("fakeroot", &[tool, moved, words].concat());
    }

    fn install(&self, package: &Path) {
        let package = package.to_string_lossy();
        self.run(&["--install", &package]);
    }

    fn remove(&self) {
        self.run(&[if self.kind == Kind::Deb { "--purge" } else { "--erase" }, "rappel"]);
    }

    /// The variables of a desktop that looks for programs here too, beside the system's own kinds of files.
    fn looked_through(&self) -> String {
        format!("{}:/usr/share", self.at("usr/share").display())
    }
}

/// What a program says, which must be content.
fn said(program: &str, words: &[&str]) -> String {
    let output = Command::new(program).args(words).output().unwrap_or_else(|error| {
        panic!(
            "`{program}` is needed for the tests of the packages: {error}. Run `cargo xtask test`, which installs it."
        )
    });
    let (said, complaint) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{program} {words:?}: {said}{complaint}");
    said.into_owned()
}

/// The newest package of that kind.
fn package(kind: Kind) -> PathBuf {
    let ending = format!("{kind:?}").to_lowercase();
    let folder =
        std::env::var_os("RAPPEL_PACKAGES").map(PathBuf::from).expect("RAPPEL_PACKAGES: run `cargo xtask test`");
    let files = fs::read_dir(folder.join(&ending)).expect("the packages").flatten().map(|it| it.path());
    let made = |file: &PathBuf| file.metadata().and_then(|it| it.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    let newest = files.filter(|it| it.extension().is_some_and(|it| *it == *ending)).max_by_key(made);
    newest.unwrap_or_else(|| panic!("no {ending} in {}", folder.display()))
}

/// What the package says that it needs.
fn needs(kind: Kind, package: &Path) -> String {
    let package = package.to_string_lossy();
    match kind {
        Kind::Deb => said("dpkg-deb", &["--field", &package, "Depends"]),
        Kind::Rpm => said("rpm", &["--query", "--requires", "--package", &package]),
    }
}

async fn comes_works_and_goes(name: &'static str, kind: Kind, needed: &[&str]) {
    let package = package(kind);
    let needs = needs(kind, &package);
    for needed in needed {
        assert!(needs.contains(needed), "{needed} in {needs}");
    }
    let system = System::empty(kind);
    system.install(&package);

    // What a desktop finds of it.
    let (program, entry) = (system.at("usr/bin/rappel"), system.at("usr/share/applications/Rappel.desktop"));
    said("desktop-file-validate", &[&entry.to_string_lossy()]);
    let written = fs::read_to_string(&entry).expect("the entry in the menu");
    for line in
        ["Exec=rappel %F", "Icon=rappel", "StartupWMClass=rappel", "MimeType=text/vcard;", "Exec=rappel --new-lead"]
    {
        assert!(written.lines().any(|it| it == line), "{line} in {written}");
    }
    for size in ["32x32", "64x64", "128x128", "256x256@2"] {
        let icon = system.at("usr/share/icons/hicolor").join(size).join("apps/rappel.png");
        let pixels = size.split('x').next().unwrap_or_default();
        assert_eq!(said("identify", &["-format", "%w", &icon.to_string_lossy()]), pixels, "{}", icon.display());
    }

    let mut desktop = Desktop::closed_for(name, &program);
    symlink(&program, desktop.folder().join("bin/rappel")).expect("a place among the programs");
    desktop.open(&[]).await;
    let page = desktop.page();
    page.add_lead("Hugo").await;
    page.plan("Call back", &minutes_ahead(600)).await;

    // A business card opens with it, which is handed over to the program that runs.
    said("update-desktop-database", &[&system.at("usr/share/applications").to_string_lossy()]);
    let card = desktop.folder().join("card.vcf");
    fs::write(&card, "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Smit;Ada;;;\r\nFN:Ada Smit\r\nEND:VCARD\r\n").expect("a card");
    let found = [("XDG_DATA_DIRS", system.looked_through())];
    desktop.begin_with(&found, "gio", &["open", &card.to_string_lossy()]);
    page.see("card.vcf, 1 row").await;

    // At log-in it starts by the entry that it made, without a window.
    page.keys(&ctrl("1")).await;
    page.click("Yes, start it").await;
    let autostart = desktop.folder().join(".config/autostart/Rappel.desktop");
    desktop.wait("the entry for log-in", || autostart.exists()).await;
    let started = fs::read_to_string(&autostart).expect("the entry for log-in");
    assert!(started.contains(&format!("{} --hidden", program.display())), "{started}");
    desktop.log_out().await;
    let launch = |entry: &Path| desktop.begin_with(&found, "gio", &["launch", &entry.to_string_lossy()]);
    launch(&autostart);
    desktop.wait("the start at log-in", || desktop.is_running()).await;
    launch(&entry);
    desktop.wait("the window", || !desktop.windows().is_empty()).await;
    desktop.log_out().await;

    // It goes, and leaves what is the person's.
    system.remove();
    for gone in [&program, &entry] {
        assert!(!gone.exists(), "{}", gone.display());
    }
    assert!(desktop.data().join("rappel.db").is_file());
    system.install(&package);
    desktop.open(&[]).await;
    desktop.page().keys(&ctrl("2")).await;
    desktop.page().see("Hugo").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_deb_comes_works_and_goes_and_leaves_the_data() {
    comes_works_and_goes(
        "deb",
        Kind::Deb,
        &["libwebkit2gtk-4.1-0", "libgtk-3-0", "libssl3", "libayatana-appindicator3-1"],
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rpm_comes_works_and_goes_and_leaves_the_data() {
    let libraries = ["libwebkit2gtk-4.1.so.0", "libgtk-3.so.0", "libcrypto.so.3", "libayatana-appindicator3.so.1"];
    comes_works_and_goes("rpm", Kind::Rpm, &libraries).await;
}
