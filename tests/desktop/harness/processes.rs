//! What a test needs beside the screen: a notification daemon and a WebDriver, and the program's own processes.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use rappel_tests::screen::{self, Screen};

pub use screen::data;

/// What is around the program where that is not the usual.
#[derive(Default)]
pub struct Around<'a> {
    /// Another program than the one that was built.
    pub program: Option<PathBuf>,
    /// Variables for the program alone; those that are empty are taken from it.
    pub variables: &'a [(&'a str, &'a str)],
    /// How it gets to the screen, where that is not X11.
    pub wayland: Option<Wayland>,
}

/// How a program gets to a screen of Wayland.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wayland {
    /// By itself, where there is no X11 at all.
    Native,
    /// By X11, which such a desktop has for old programs.
    ThroughX,
}

/// The running programs of one desktop.
pub struct Processes {
    screen: Screen,
    folder: PathBuf,
    /// The program under test.
    pub program: PathBuf,
    variables: Vec<(String, String)>,
    /// The address of the session bus.
    pub bus: String,
    /// The port of the WebDriver.
    pub port: u16,
}

impl Processes {
    /// Starts a screen and a WebDriver.
    pub fn start(folder: &Path, around: Around) -> Self {
        let screen = Screen::start(folder);
        stand_in_for_programs(folder);
        let variables = around.variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let mut it = Self {
            bus: screen.bus.clone(),
            screen,
            folder: folder.to_owned(),
            port: screen::free_port(),
            program: around.program.unwrap_or_else(super::binary),
            variables: variables.collect(),
        };
        if let Some(wayland) = around.wayland {
            it.start_wayland(wayland);
        }
        let driver = std::env::var("RAPPEL_TAURI_DRIVER").unwrap_or_else(|_| "tauri-driver".to_owned());
        let (port, native) = (it.port.to_string(), screen::free_port().to_string());
        let package = "webkit2gtk-driver (and tauri-driver)";
        it.screen.spawn_in(&it.variables, &driver, &["--port", &port, "--native-port", &native], package);
        it
    }

    /// Starts a desktop of Wayland in a window on the screen, and puts the program on it.
    fn start_wayland(&mut self, how: Wayland) {
        const SOCKET: &str = "wayland-rappel";
        let log = self.folder.join("weston.log");
        let log_to = format!("--log={}", log.display());
        let socket = format!("--socket={SOCKET}");
        let usual = ["--backend=x11-backend.so", "--use-pixman", "--width=1600", "--height=1000", "--no-config"];
        let words = [usual.as_slice(), &["--idle-time=0", &socket, &log_to, "--xwayland"]].concat();
        self.screen.spawn("weston", &words, "weston and xwayland");
        let start = Instant::now();
        let display = loop {
            let said = fs::read_to_string(&log).unwrap_or_default();
            if let Some(display) = said.lines().find_map(|line| line.split_once("xserver listening on display ")) {
                break display.1.trim().to_owned();
            }
            assert!(start.elapsed() < super::PATIENCE, "weston did not start:\n{said}");
            std::thread::sleep(Duration::from_millis(50));
        };
        let (display, backend) = if how == Wayland::Native { ("", "wayland") } else { (display.as_str(), "x11") };
        for (name, value) in [
            ("WAYLAND_DISPLAY", SOCKET),
            ("XDG_SESSION_TYPE", "wayland"),
            ("DISPLAY", display),
            ("GDK_BACKEND", backend),
        ] {
            self.variables.push((name.to_owned(), value.to_owned()));
        }
    }

    /// The program under test, on this desktop.
    pub fn start_program(&self) -> Command {
        let mut command = self.command(&self.program.to_string_lossy());
        screen::with(&mut command, &self.variables);
        command
    }

    /// Starts the notification daemon.
    pub fn start_notifications(&mut self) {
        let config = self.write_dunst_config();
        self.screen.spawn("dunst", &["-config", &config], "dunst");
    }

    /// A command on this desktop.
    pub fn command(&self, program: &str) -> Command {
        self.screen.command(program)
    }

    /// Has every pop-up written down, and a button pressed by what stands in the file `wanted`.
    fn write_dunst_config(&self) -> String {
        let folder = self.folder.display();
        write_script(
            &self.folder.join("log-popup"),
            &format!("printf '%s\\t%s\\n' \"$2\" \"$(echo \"$3\" | tr '\\n' ' ')\" >> '{folder}/popups'"),
        );
        write_script(&self.folder.join("choose"), &format!("grep -m1 -F -- \"$(cat '{folder}/wanted')\""));
        let config = self.folder.join("dunstrc");
        let text = format!(
            "[global]\n    dmenu = {folder}/choose\n    idle_threshold = 0\n[urgency_normal]\n    timeout = 0\n\
             [urgency_low]\n    timeout = 0\n[log]\n    summary = \"*\"\n    script = {folder}/log-popup\n"
        );
        fs::write(&config, text).expect("the configuration");
        config.to_string_lossy().into_owned()
    }
}

/// What is opened in another program is only written down: one address in each line of `opened`.
fn stand_in_for_programs(folder: &Path) {
    fs::create_dir_all(folder.join("bin")).expect("a folder");
    write_script(&folder.join("bin/xdg-open"), &format!("printf '%s\\n' \"$1\" >> '{}/opened'", folder.display()));
}

fn write_script(path: &Path, line: &str) {
    fs::write(path, format!("#!/bin/sh\n{line}\n")).expect("a script");
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("a script that runs");
}

/// Kills the program that runs on the data of `folder`; how many processes that were.
pub fn kill_program(binary: &Path, folder: &Path) -> usize {
    programs(binary, folder).filter(screen::kill).count()
}

/// The processes of the program that run on the data of `folder`.
pub fn programs(binary: &Path, folder: &Path) -> impl Iterator<Item = String> {
    let home = format!("RAPPEL_HOME={}", data(folder).display());
    let binary = binary.to_owned();
    screen::running(move |environment, exe| exe == binary && environment.contains(&home))
}

/// The processes that draw the page of the program that runs on the data of `folder`.
pub fn pages(folder: &Path) -> impl Iterator<Item = String> {
    let home = format!("RAPPEL_HOME={}", data(folder).display());
    screen::running(move |environment, exe| exe.ends_with("WebKitWebProcess") && environment.contains(&home))
}
