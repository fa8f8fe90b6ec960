//! A display, a session bus and a window manager for programs with a window. They start in their order and are killed with
//! it, and so is whatever was started on them.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

/// The running programs of one desktop.
pub struct Screen {
    children: Vec<Child>,
    folder: PathBuf,
    /// The name of the display.
    pub display: String,
    /// The address of the session bus.
    pub bus: String,
}

/// A port that nobody has, each once. Not one that the system would choose: it would give it to a connection of another test before the
/// driver takes it.
///
/// # Panics
/// Where all are taken.
pub fn free_port() -> u16 {
    static LAST: AtomicU16 = AtomicU16::new(20_000);
    let next = || LAST.fetch_add(1, Ordering::SeqCst);
    std::iter::repeat_with(next)
        .take(10_000)
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .expect("a free port")
}

/// The folder of the data, below that of the screen.
pub fn data(folder: &Path) -> PathBuf {
    folder.join("data")
}

impl Screen {
    /// Starts a display, a bus and a window manager, which are at home in `folder`.
    pub fn start(folder: &Path) -> Self {
        let mut it =
            Self { children: Vec::new(), folder: folder.to_owned(), display: String::new(), bus: String::new() };
        let number =
            it.first_line("Xvfb", &["-displayfd", "1", "-screen", "0", "2600x1500x24", "-nolisten", "tcp"], "xvfb");
        it.display = format!(":{number}");
        let config = format!("--config-file={}", it.write_bus_config());
        it.bus = it.first_line("dbus-daemon", &[&config, "--nofork", "--nopidfile", "--print-address"], "dbus");
        it.spawn("openbox", &[], "openbox");
        it
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

    /// A command on this desktop. Programs in the folder `bin` of its home go before those of this machine.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(self.folder.join("bin")).chain(std::env::split_paths(&path));
        let mut command = Command::new(program);
        command
            .env("PATH", std::env::join_paths(folders).expect("folders without a colon"))
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

    /// Starts one more program, which runs as long as the desktop. What it says goes into `driver.log`.
    ///
    /// # Panics
    /// When it can't be started.
    pub fn spawn(&mut self, program: &str, args: &[&str], package: &str) {
        self.spawn_in(&[], program, args, package);
    }

    /// The same with other variables around it than are usual here; without those that are empty.
    ///
    /// # Panics
    /// When it can't be started.
    pub fn spawn_in(&mut self, around: &[(String, String)], program: &str, args: &[&str], package: &str) {
        let log = fs::OpenOptions::new().create(true).append(true).open(self.folder.join("driver.log")).expect("a log");
        let errors = log.try_clone().expect("a log");
        let child = with(&mut self.command(program), around).args(args).stdout(log).stderr(errors).spawn();
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
}

/// A command with other variables around it, and without those that are empty.
pub fn with<'a>(command: &'a mut Command, around: &[(String, String)]) -> &'a mut Command {
    for (name, value) in around {
        if value.is_empty() {
            command.env_remove(name)
        } else {
            command.env(name, value)
        };
    }
    command
}

fn missing(program: &str, package: &str, error: &std::io::Error) -> ! {
    panic!("`{program}` is needed for a window of its own ({error}): install the package {package}");
}

impl Drop for Screen {
    fn drop(&mut self) {
        // In the order of their start backwards, so that nothing loses the display under its feet.
        for child in self.children.iter_mut().rev() {
            let _ = child.kill();
            let _ = child.wait();
        }
        let home = format!("HOME={}\n", self.folder.display());
        running(move |environment, _| environment.contains(&home)).for_each(|pid| {
            kill(&pid);
        });
    }
}

/// The processes that are meant, by their environment (a line for each variable) and their program.
///
/// # Panics
/// Where the system has no list of processes.
pub fn running(is_meant: impl Fn(&str, &Path) -> bool) -> impl Iterator<Item = String> {
    fs::read_dir("/proc").expect("the list of processes").flatten().filter_map(move |entry| {
        let environment = fs::read(entry.path().join("environ")).ok()?;
        let environment = String::from_utf8_lossy(&environment).replace('\0', "\n");
        let exe = fs::read_link(entry.path().join("exe")).unwrap_or_default();
        is_meant(&environment, &exe).then(|| entry.file_name().to_string_lossy().into_owned())
    })
}

/// Kills a process without a word to it, and waits until it has let go of its files; whether it was there.
pub fn kill(pid: &String) -> bool {
    let killed = Command::new("kill").arg("-9").arg(pid).status().is_ok_and(|it| it.success());
    let start = Instant::now();
    while holds_files(pid) && start.elapsed() < Duration::from_secs(5) {
        std::thread::sleep(Duration::from_millis(5));
    }
    killed
}

/// Whether a process or one of its threads still runs; what only waits for its parent (`Z`) has closed its files.
fn holds_files(pid: &str) -> bool {
    let folder = Path::new("/proc").join(pid);
    let threads = fs::read_dir(folder.join("task")).map_or(0, Iterator::count);
    let state = fs::read_to_string(folder.join("stat")).unwrap_or_default();
    let ended = state.rsplit_once(')').is_none_or(|(_, rest)| rest.trim_start().starts_with(['Z', 'X']));
    threads > 1 || !ended
}
