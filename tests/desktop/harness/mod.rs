//! A desktop for one test: a display, a session bus, a window manager, a notification daemon and a WebDriver, with a data
//! folder of its own. All of it ends with the test, whatever became of it.

mod keys;
pub mod page;
mod processes;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use processes::{Around, Processes};
use rappel_core::clock::{Clock, SystemClock};
use rappel_tests::tray::Tray;
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};
use tokio::task::JoinHandle;

pub use page::Page;
pub use processes::Wayland;

/// How long a state may take to come about.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A desktop with the program on it.
pub struct Desktop {
    name: &'static str,
    folder: TempDir,
    processes: Processes,
    tray: Option<Tray>,
    driver: Option<WebDriver>,
}

impl Desktop {
    /// Starts everything and the program in it, on an empty data folder. This desktop has no tray.
    pub async fn start(name: &'static str) -> Self {
        let mut desktop = Self::closed(name);
        desktop.open(&[]).await;
        desktop
    }

    /// Starts everything but the program.
    pub fn closed(name: &'static str) -> Self {
        Self::closed_in(name, Around::default())
    }

    /// The same where nobody shows pop-ups.
    pub async fn start_without_notifications(name: &'static str) -> Self {
        let mut desktop = Self::bare(name);
        desktop.open(&[]).await;
        desktop
    }

    /// Has a notification daemon come.
    pub fn start_notifications(&mut self) {
        self.processes.start_notifications();
    }

    /// The same with a tray, and with arguments for the program.
    pub async fn start_with_tray(name: &'static str, args: &[&str]) -> Self {
        let mut desktop = Self::bare(name);
        desktop.start_notifications();
        desktop.tray = Some(Tray::on(&desktop.processes.bus));
        desktop.open(args).await;
        desktop
    }

    /// Starts everything but the program, which gets these variables.
    pub fn closed_with(name: &'static str, variables: &[(&str, &str)]) -> Self {
        Self::closed_in(name, Around { variables, ..Around::default() })
    }

    /// The same on a desktop of Wayland.
    pub fn closed_on_wayland(name: &'static str, how: Wayland) -> Self {
        Self::closed_in(name, Around { wayland: Some(how), ..Around::default() })
    }

    /// The same for a program that was installed.
    pub fn closed_for(name: &'static str, program: &Path) -> Self {
        Self::closed_in(name, Around { program: Some(program.to_owned()), ..Around::default() })
    }

    fn closed_in(name: &'static str, around: Around) -> Self {
        let mut desktop = Self::around(name, around);
        desktop.start_notifications();
        desktop
    }

    fn bare(name: &'static str) -> Self {
        Self::around(name, Around::default())
    }

    fn around(name: &'static str, around: Around) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let processes = Processes::start(folder.path(), around);
        Self { name, folder, processes, tray: None, driver: None }
    }

    /// Starts the program on this desktop and waits for its first screen.
    pub async fn open(&mut self, args: &[&str]) {
        self.launch(args).await;
        self.page().see_element("nav.sidebar").await;
    }

    /// Starts the program on this desktop and waits for its page, whatever it shows.
    pub async fn launch(&mut self, args: &[&str]) {
        let start = self.start_beside(args);
        self.drive(start).await;
    }

    /// Starts the program through another one, which becomes it, and waits for its first screen.
    pub async fn open_through(&mut self, other: &Path) {
        let start = self.start_application(other, &[]);
        self.drive(start).await;
        self.page().see_element("nav.sidebar").await;
    }

    /// Starts the program and goes on; [`Self::drive`] waits for its page.
    pub fn start_beside(&self, args: &[&str]) -> JoinHandle<Result<WebDriver, String>> {
        self.start_application(&self.processes.program, args)
    }

    fn start_application(&self, application: &Path, args: &[&str]) -> JoinHandle<Result<WebDriver, String>> {
        let mut capabilities = Capabilities::new();
        let options = serde_json::json!({ "application": application, "args": args });
        capabilities.set("tauri:options", options).expect("options");
        let url = format!("http://127.0.0.1:{}", self.processes.port);
        tokio::spawn(async move {
            let start = Instant::now();
            loop {
                match WebDriver::new(&url, capabilities.clone()).await {
                    Ok(driver) => return Ok(driver),
                    Err(error) if start.elapsed() > PATIENCE => return Err(error.to_string()),
                    // The driver itself may still be starting.
                    Err(_) => tokio::time::sleep(Duration::from_millis(200)).await,
                }
            }
        })
    }

    /// Waits for the page of a program that was started.
    pub async fn drive(&mut self, start: JoinHandle<Result<WebDriver, String>>) {
        match start.await.expect("a start") {
            Ok(driver) => self.driver = Some(driver),
            Err(error) => panic!("the program did not start: {error}\n{}", self.log()),
        }
    }

    /// The page in the window.
    pub fn page(&self) -> Page<'_> {
        Page { desktop: self, driver: self.driver.as_ref().expect("the program runs") }
    }

    /// Kills the program as a crash or a power cut would, without a word to it.
    pub async fn kill(&mut self) {
        let killed = processes::kill_program(&self.processes.program, self.folder.path());
        assert!(killed > 0, "the program ran");
        // Its session is gone with it; the driver only has to be told.
        if let Some(driver) = self.driver.take() {
            let _ = driver.quit().await;
        }
    }

    /// Tells the program that the session ends, and waits for it to do so.
    pub async fn log_out(&mut self) {
        for pid in processes::programs(&self.processes.program, self.folder.path()) {
            self.run("kill", &["-TERM", &pid]);
        }
        self.wait("the program to end", || !self.is_running()).await;
        if let Some(driver) = self.driver.take() {
            let _ = driver.quit().await;
        }
    }

    /// Starts the program and leaves it to itself.
    pub fn start_alone(&self, args: &[&str]) -> Child {
        self.processes.start_program().args(args).spawn().expect("a start")
    }

    /// Whether a process has the database open.
    pub fn holds_data(&self, process: &Child) -> bool {
        let open = fs::read_dir(format!("/proc/{}/fd", process.id())).into_iter().flatten().flatten();
        let data = self.data().join("rappel.db");
        open.filter_map(|it| fs::read_link(it.path()).ok()).any(|file| file == data)
    }

    /// Starts the program once more while it runs, as a click on its icon does; how it ended.
    pub fn start_again(&self, args: &[&str]) -> std::process::ExitStatus {
        let mut second = self.start_alone(args);
        let start = Instant::now();
        loop {
            if let Some(status) = second.try_wait().expect("its state") {
                return status;
            }
            if start.elapsed() > PATIENCE {
                let _ = second.kill();
                panic!("the second start did not end");
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// The program's windows that are on the screen.
    pub fn windows(&self) -> Vec<String> {
        let found = self.run("xdotool", &["search", "--onlyvisible", "--name", "^Rappel$"]);
        found.lines().map(str::to_owned).collect()
    }

    /// Closes the window as its own button does.
    pub async fn close_window(&self) {
        assert!(!self.windows().is_empty(), "a window on the screen");
        // The window manager's key, as xdotool itself can only destroy windows. A busy window manager may not have given the
        // window its keys yet, so a person would press once more.
        for press in 0_u32..5 {
            let Some(window) = self.windows().first().cloned() else { break };
            self.run("xdotool", &["windowactivate", "--sync", &window]);
            self.run("xdotool", &["key", "--clearmodifiers", "alt+F4"]);
            let pressed = Instant::now();
            while pressed.elapsed() < Duration::from_secs(3 + u64::from(press)) && !self.windows().is_empty() {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
        self.wait("the window to go", || self.windows().is_empty()).await;
    }

    /// Whether the program runs.
    pub fn is_running(&self) -> bool {
        processes::programs(&self.processes.program, self.folder.path()).next().is_some()
    }

    /// Whether a process draws the page.
    pub fn has_page(&self) -> bool {
        processes::pages(self.folder.path()).next().is_some()
    }

    /// What stands around the process that draws the page: a variable each.
    pub fn variables_of_the_page(&self) -> Vec<String> {
        let page = processes::pages(self.folder.path()).next().expect("a page");
        let variables = fs::read(Path::new("/proc").join(page).join("environ")).expect("its variables");
        String::from_utf8_lossy(&variables).split('\0').map(str::to_owned).collect()
    }

    /// Runs a tool on this desktop; what it printed.
    pub fn run(&self, program: &str, args: &[&str]) -> String {
        let output = self.processes.command(program).args(args).output().unwrap_or_else(|error| {
            panic!(
                "`{program}` is needed for the tests of the window: {error}. Run `cargo xtask test`, which installs it."
            )
        });
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Begins what may outlive the tool that begins it, with more variables around it.
    pub fn begin_with(&self, variables: &[(&str, String)], program: &str, args: &[&str]) {
        let mut command = self.processes.command(program);
        command.envs(variables.iter().cloned()).args(args).stdout(Stdio::null()).stderr(Stdio::null());
        let status = command.status().unwrap_or_else(|error| panic!("`{program}` is needed: {error}"));
        assert!(status.success(), "{program} {args:?}: {status}");
    }

    /// The pop-ups that the notification daemon has shown so far: title, a tab, and the body in one line.
    pub fn popups(&self) -> Vec<String> {
        let log = fs::read_to_string(self.folder.path().join("popups")).unwrap_or_default();
        log.lines().map(str::to_owned).collect()
    }

    /// Waits for a pop-up with these words.
    pub async fn see_popup(&self, words: &str) {
        // Times are typed in whole minutes, so that the next one may be a minute away.
        let what = format!("a pop-up with {words:?}");
        self.wait_long(&what, || self.popups().iter().any(|it| it.contains(words))).await;
    }

    /// How many pop-ups are on the screen.
    pub fn displayed(&self) -> u32 {
        self.run("dunstctl", &["count", "displayed"]).trim().parse().unwrap_or(0)
    }

    /// Presses a button of the newest pop-up.
    pub async fn press_on_popup(&self, label: &str) {
        fs::write(self.folder.path().join("wanted"), label).expect("the wish");
        self.answer_popup("context").await;
    }

    /// Clicks on the newest pop-up itself.
    pub async fn click_popup(&self) {
        self.answer_popup("action").await;
    }

    /// Has the notification daemon answer the newest pop-up, as soon as it stands.
    async fn answer_popup(&self, how: &str) {
        self.wait("a pop-up on the screen", || self.displayed() > 0).await;
        let before = self.displayed();
        self.run("dunstctl", &[how]);
        self.wait("the pop-up to go", || self.displayed() < before).await;
    }

    /// The lines of the menu of the icon in the tray.
    pub fn tray_menu(&self) -> Vec<String> {
        self.tray.as_ref().expect("a desktop with a tray").menu_lines()
    }

    /// Chooses a line of that menu.
    pub async fn choose_in_tray(&self, label: &str) {
        let tray = self.tray.as_ref().expect("a desktop with a tray");
        self.wait(&format!("{label:?} in the tray; it has {:?}", self.tray_menu()), || tray.choose(label)).await;
    }

    /// Waits for something that comes about by itself.
    pub async fn wait(&self, what: &str, condition: impl Fn() -> bool) {
        self.wait_for(PATIENCE, what, condition).await;
    }

    /// The same for what takes its time on purpose.
    pub async fn wait_long(&self, what: &str, condition: impl Fn() -> bool) {
        self.wait_for(PATIENCE + Duration::from_secs(60), what, condition).await;
    }

    async fn wait_for(&self, patience: Duration, what: &str, condition: impl Fn() -> bool) {
        let start = Instant::now();
        while !condition() {
            if start.elapsed() > patience {
                self.fail(&format!("waited too long for {what}; pop-ups: {:?}", self.popups()));
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// What was opened in other programs so far: files and addresses.
    pub fn opened(&self) -> Vec<String> {
        let opened = fs::read_to_string(self.folder.path().join("opened")).unwrap_or_default();
        opened.lines().map(str::to_owned).collect()
    }

    /// The folder of the data.
    pub fn data(&self) -> PathBuf {
        processes::data(self.folder.path())
    }

    /// The folder of this test.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// What the programs around the window said, and the program's own log.
    fn log(&self) -> String {
        let mut log = fs::read_to_string(self.folder.path().join("driver.log")).unwrap_or_default();
        for file in fs::read_dir(self.data().join("logs")).into_iter().flatten().flatten() {
            log += &fs::read_to_string(file.path()).unwrap_or_default();
        }
        log
    }

    /// Ends the test with a picture of the screen and the program's log.
    pub fn fail(&self, why: &str) -> ! {
        let picture = self.take_picture();
        panic!("{}: {why}\npicture: {}\n{}", self.name, picture.display(), self.log());
    }

    fn take_picture(&self) -> PathBuf {
        let pictures = binary().parent().and_then(Path::parent).unwrap_or(Path::new(".")).join("desktop-failures");
        let picture = pictures.join(format!("{}.png", self.name));
        let _ = fs::create_dir_all(&pictures);
        self.run("import", &["-window", "root", &picture.to_string_lossy()]);
        picture
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        // An assertion of the test itself: `fail` took its picture already, and this is the same.
        if std::thread::panicking() {
            self.take_picture();
        }
        // The session must not end by itself in the middle of nowhere: its server goes with the processes below.
        if let Some(driver) = self.driver.take() {
            let _ = driver.leak();
        }
        processes::kill_program(&self.processes.program, self.folder.path());
    }
}

/// A time of day as people type it, so many minutes from now.
pub fn minutes_ahead(minutes: i64) -> String {
    (SystemClock.now().civil + chrono::Duration::minutes(minutes)).format("%H:%M").to_string()
}

/// The program under test.
fn binary() -> PathBuf {
    std::env::var_os("RAPPEL_BINARY")
        .map(PathBuf::from)
        .expect("RAPPEL_BINARY names the program: run `cargo xtask test`")
}
