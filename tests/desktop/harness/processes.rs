//! The programs around the window. They start in their order and are killed with the test.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The running programs of one desktop.
pub struct Processes {
    children: Vec<Child>,
    folder: PathBuf,
    display: String,
    /// The address of the session bus.
    pub bus: String,
    /// The port of the WebDriver.
    pub port: u16,
}

/// The folder of the data, below that of the test.
pub fn data(folder: &Path) -> PathBuf {
    folder.join("data")
}

impl Processes {
    /// Starts a display, a bus, a window manager and a WebDriver.
    pub fn start(folder: &Path) -> Self {
        let mut it = Self {
            children: Vec::new(),
            folder: folder.to_owned(),
            display: String::new(),
            bus: String::new(),
            port: 0,
        };
        let number =
            it.first_line("Xvfb", &["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"], "xvfb");
        it.display = format!(":{number}");
        let config = format!("--config-file={}", it.write_bus_config());
        it.bus = it.first_line("dbus-daemon", &[&config, "--nofork", "--nopidfile", "--print-address"], "dbus");
        it.spawn("openbox", &[], "openbox");
        let (port, native) = (free_port(), free_port());
        it.port = port;
        let driver = std::env::var("RAPPEL_TAURI_DRIVER").unwrap_or_else(|_| "tauri-driver".to_owned());
        let (port, native) = (port.to_string(), native.to_string());
        it.spawn(&driver, &["--port", &port, "--native-port", &native], "webkit2gtk-driver (and tauri-driver)");
        it
    }

    /// Starts the notification daemon.
    pub fn start_notifications(&mut self) {
        let config = self.write_dunst_config();
        self.spawn("dunst", &["-config", &config], "dunst");
    }

    /// A bus of its own, which starts no service of this machine by itself.
    fn write_bus_config(&self) -> String {
        let config = self.folder.join("bus.conf");
        let text = format!(
            "<busconfig><type>session</type><listen>unix:tmpdir={}</listen><policy context=\"default\">\
             <allow send_destination=\"*\"/><allow receive_sender=\"*\"/><allow own=\"*\"/></policy></busconfig>",
            self.folder.display()
        );
        fs::write(&config, text).expect("the configuration");
        config.to_string_lossy().into_owned()
    }

    /// A command on this desktop.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("RAPPEL_HOME", data(&self.folder))
            .env("HOME", &self.folder)
            .env("XDG_RUNTIME_DIR", &self.folder)
            .env("LANG", "C.UTF-8")
            .env("NO_AT_BRIDGE", "1")
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null());
        command
    }

    fn spawn(&mut self, program: &str, args: &[&str], package: &str) {
        let log = fs::OpenOptions::new().create(true).append(true).open(self.folder.join("driver.log")).expect("a log");
        let errors = log.try_clone().expect("a log");
        let child = self.command(program).args(args).stdout(log).stderr(errors).spawn();
        self.children.push(child.unwrap_or_else(|error| missing(program, package, &error)));
    }

    /// Starts a program that tells on its first line where it is.
    fn first_line(&mut self, program: &str, args: &[&str], package: &str) -> String {
        let child = self.command(program).args(args).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut child = child.unwrap_or_else(|error| missing(program, package, &error));
        let output = child.stdout.take().expect("its output");
        self.children.push(child);
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line).expect("its first line");
        assert!(!line.trim().is_empty(), "{program} did not start");
        line.trim().to_owned()
    }

    /// Has every pop-up written down, and a button pressed by what stands in the file `wanted`.
    fn write_dunst_config(&self) -> String {
        let folder = self.folder.display();
        self.write_script(
            "log-popup",
            &format!("printf '%s\\t%s\\n' \"$2\" \"$(echo \"$3\" | tr '\\n' ' ')\" >> '{folder}/popups'"),
        );
        self.write_script("choose", &format!("grep -m1 -F -- \"$(cat '{folder}/wanted')\""));
        let config = self.folder.join("dunstrc");
        let text = format!(
            "[global]\n    dmenu = {folder}/choose\n    idle_threshold = 0\n[urgency_normal]\n    timeout = 0\n\
             [urgency_low]\n    timeout = 0\n[log]\n    summary = \"*\"\n    script = {folder}/log-popup\n"
        );
        fs::write(&config, text).expect("the configuration");
        config.to_string_lossy().into_owned()
    }

    fn write_script(&self, name: &str, line: &str) {
        let path = self.folder.join(name);
        fs::write(&path, format!("#!/bin/sh\n{line}\n")).expect("a script");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a script that runs");
    }
}

fn missing(program: &str, package: &str, error: &std::io::Error) -> ! {
    panic!("`{program}` is needed for the tests of the window ({error}): install the package {package}");
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a free port").port()
}

impl Drop for Processes {
    fn drop(&mut self) {
        // In the order of their start backwards, so that nothing loses the display under its feet.
        for child in self.children.iter_mut().rev() {
            let _ = child.kill();
            let _ = child.wait();
        }
        let home = format!("HOME={}\n", self.folder.display());
        processes(move |environment, _| environment.contains(&home)).for_each(|pid| {
            kill(&pid);
        });
    }
}

/// Kills the program that runs on the data of `folder`; how many processes that were.
pub fn kill_program(binary: &Path, folder: &Path) -> usize {
    programs(binary, folder).filter(kill).count()
}

/// The processes of the program that run on the data of `folder`.
pub fn programs(binary: &Path, folder: &Path) -> impl Iterator<Item = String> {
    let home = format!("RAPPEL_HOME={}", data(folder).display());
    let binary = binary.to_owned();
    processes(move |environment, exe| exe == binary && environment.contains(&home))
}

fn processes(is_meant: impl Fn(&str, &Path) -> bool) -> impl Iterator<Item = String> {
    fs::read_dir("/proc").expect("the list of processes").flatten().filter_map(move |entry| {
        let environment = fs::read(entry.path().join("environ")).ok()?;
        let environment = String::from_utf8_lossy(&environment).replace('\0', "\n");
        let exe = fs::read_link(entry.path().join("exe")).unwrap_or_default();
        is_meant(&environment, &exe).then(|| entry.file_name().to_string_lossy().into_owned())
    })
}

fn kill(pid: &String) -> bool {
    Command::new("kill").arg("-9").arg(pid).status().is_ok_and(|it| it.success())
}
