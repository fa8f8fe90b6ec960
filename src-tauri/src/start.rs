//! From the first word to a window: the folder, the log, the database, the alarms, the tray, and the end.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, PoisonError};

use rappel_core::alarms::{self, AlarmLoop};
use rappel_core::clock::SystemClock;
use rappel_core::event::{Event, Goto, Topic};
use rappel_core::notifier::Notifier;
use rappel_core::text::{Texts, system_language};
use rappel_core::{App, Error, Options, daily, folder};
use tauri::ipc::Invoke;
use tauri::{AppHandle, Emitter, Manager, RunEvent, Wry};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};
use tauri_plugin_window_state::StateFlags;

use crate::args::Args;
use crate::desktop::WindowDesktop;
use crate::early::Early;
use crate::notifier::DesktopNotifier;
use crate::page::Page;
use crate::shortcut::Shortcuts;
#[cfg(target_os = "macos")]
use crate::{args, menu};
use crate::{capture, commands, log, tray, window};

/// The event that the page listens to.
const EVENT: &str = "rappel";

/// Runs the program to its end.
///
/// # Panics
/// When the system gives no window at all.
pub fn run() {
    let args = Args::of_this_process();
    let place = if args.demo.is_some() { folder::demo_folder() } else { folder::data_folder() };
    if let Some(place) = &place {
        log::start(place);
        // What keeps the windows' places would make it with the system's usual rights. An empty one says nothing.
        let _ = folder::prepare(&place.join(folder::WINDOW));
    }
    // Where the system names no place for data, opening says so.
    let place = place.unwrap_or_default();

    let name = instance_name(&place);
    let context = context(&name);
    let one = tauri_plugin_single_instance::Builder::new()
        .dbus_id(name)
        .callback(|handle, words, from| again(handle, words, &from))
        .build();
    let remember = tauri_plugin_window_state::Builder::new()
        // An absolute name: the window's place belongs to the data, not to the system's settings.
        .with_filename(place.join(folder::WINDOW).to_string_lossy())
        // The small window always comes in the middle.
        .with_denylist(&[capture::LABEL])
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .build();

    let builder = tauri::Builder::default();
    // Started hidden, it leaves the program in front that is there: macOS draws no pop-up of the one in front.
    #[cfg(target_os = "macos")]
    let builder = builder.activate_ignoring_other_apps(!args.hidden);
    builder
        .plugin(one)
        .plugin(remember)
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_autostart::Builder::new().arg("--hidden").build())
        .manage(Early::default())
        .manage(Page::default())
        .manage(Shortcuts::default())
        .invoke_handler(answer())
        .setup(move |tauri| {
            let handle = tauri.handle();
            // Not before: a second start, which ends when it finds the first, must not have touched the folder.
            match open(&args, &place) {
                Ok(app) => begin(handle, &args, &place, &app)?,
                Err(error) => refuse(handle, &error),
            }
            Ok(())
        })
        .build(context)
        .expect("the system gives a window")
        .run(|handle, event| match event {
            RunEvent::Exit => {
                // From now on another start is not handed to this one, but waits for the folder.
                tauri_plugin_single_instance::destroy(handle);
                if let Some(alarms) = handle.try_state::<Mutex<AlarmLoop>>() {
                    alarms.lock().unwrap_or_else(PoisonError::into_inner).stop();
                }
                // The process ends without dropping what it holds.
                if let Some(app) = handle.try_state::<Arc<App>>() {
                    app.end();
                }
                // Where the plugin that keeps the windows' places would keep them, had they no place beside the data: made for
                // nothing, and only if it is empty does it go.
                #[cfg(not(target_os = "linux"))]
                if let Ok(unused) = handle.path().app_config_dir() {
                    let _ = std::fs::remove_dir(unused);
                }
            }
            // The window may be dropped while the alarms go on.
            RunEvent::ExitRequested { code: None, api, .. } => api.prevent_exit(),
            #[cfg(target_os = "macos")]
            RunEvent::Reopen { .. } => window::show(handle),
            #[cfg(target_os = "macos")]
            RunEvent::Opened { urls } => {
                let file = urls.iter().filter_map(|url| url.to_file_path().ok()).find(|path| args::importable(path));
                heed(handle, Args { hidden: true, file, ..Args::default() });
            }
            _ => {}
        });
}

/// What tauri.conf.json and the page came to.
fn context(name: &str) -> tauri::Context {
    #[allow(unused_mut, reason = "Linux has a bus with names of its own")]
    let mut context = tauri::generate_context!();
    // There a second start is known by the program's identifier, which is used for nothing else while it runs.
    #[cfg(not(target_os = "linux"))]
    name.clone_into(&mut context.config_mut().identifier);
    #[cfg(target_os = "linux")]
    let _ = name;
    context
}

fn open(args: &Args, place: &Path) -> Result<Arc<App>, Error> {
    if place.as_os_str().is_empty() {
        return Err(Error::refused("cannot_open"));
    }
    // Whoever quits and starts again at once must not be told that Rappel runs already.
    folder::once_free(folder::ENDS_WITHIN, || {
        let clock = Arc::new(SystemClock);
        match args.demo {
            Some(count) => rappel_core::demo::open_in(place, count, clock),
            None => App::open(Options { folder: place.to_owned(), clock, demo: false }),
        }
    })
}

/// Puts window, alarms and tray around the opened program.
fn begin(handle: &AppHandle, args: &Args, place: &Path, app: &Arc<App>) -> Result<(), Box<dyn std::error::Error>> {
    tracing::info!(version = env!("CARGO_PKG_VERSION"), "start");
    handle.manage(Arc::clone(app));
    app.set_desktop(Arc::new(WindowDesktop(handle.clone())));

    let page = handle.clone();
    app.listen(Box::new(move |event| {
        if matches!(event, Event::Open { .. }) || is_in_need(&page.state::<Arc<App>>()) {
            window::show(&page);
        }
        if page.state::<Page>().hears(event) {
            tell(&page, event);
        }
    }));

    let desktop = Arc::new(DesktopNotifier::default());
    let notifier: Arc<dyn Notifier> = Arc::clone(&desktop) as _;
    handle.manage(window::Maker {
        folder: place.to_owned(),
        app: Arc::clone(app),
        notifier: Arc::clone(&notifier),
        turn: Mutex::default(),
        away: AtomicBool::new(false),
    });
    // Data that can't be used are told of even by a start at log-in: no alarm rings until something is done.
    if args.new_lead {
        capture::open(handle);
    } else if !args.hidden || is_in_need(app) {
        window::show(handle);
    }
    #[cfg(not(target_os = "linux"))]
    crate::shortcut::listen(handle);
    hold_keys(app);
    zoom_windows(handle, app);
    if let Err(error) = tray::build(handle, app) {
        tracing::warn!(%error, "no tray icon");
    }
    let alarms = alarms::start(Arc::clone(app), notifier)?;
    desktop.when_a_service_comes(alarms.retrier());
    #[cfg(target_os = "linux")]
    match crate::wall_timer::LinuxTimer::start(alarms.waker()) {
        Ok(timer) => alarms.sleep_with(Box::new(timer)),
        Err(error) => tracing::warn!(%error, "no timer on the wall clock; the alarms look at it every second"),
    }
    handle.manage(Mutex::new(alarms));
    handle.manage(daily::start(app)?);
    #[cfg(unix)]
    end_with_the_session(handle.clone());
    wish(app, args);
    #[cfg(target_os = "macos")]
    menu::build(handle, app);
    for args in handle.state::<Early>().ready() {
        heed(handle, args);
    }
    Ok(())
}

/// Ends as by the tray's *Quit* when the system says that it is time, as it does when somebody logs out.
#[cfg(unix)]
fn end_with_the_session(handle: AppHandle) {
    tauri::async_runtime::spawn(async move {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut told) => {
                if told.recv().await.is_some() {
                    handle.exit(0);
                }
            }
            Err(error) => tracing::warn!(%error, "the end of the session is not heard"),
        }
    });
}

/// Whether something has to be done before alarms ring again. Locked data can wait: how many are due is said.
fn is_in_need(app: &App) -> bool {
    app.shut_why().is_some() && !app.is_locked()
}

/// Says why the data can't be opened, and ends: a program that dies in silence gets started again and again.
fn refuse(handle: &AppHandle, error: &Error) {
    tracing::error!(code = error.code(), "the data can't be opened");
    let sentence = Texts::default().get(system_language(), &format!("error-{}", error.code().replace('_', "-")), &[]);
    let ended = handle.clone();
    handle.dialog().message(sentence).title("Rappel").kind(MessageDialogKind::Error).show(move |_| ended.exit(1));
}

/// A second start: it shows the first one's window, and hands over what it was told.
fn again(handle: &AppHandle, words: Vec<String>, from: &str) {
    heed(handle, Args::read(words.into_iter().skip(1), Path::new(from)));
}

/// Does what is asked of the program while it runs; once it can, where that is asked too early.
fn heed(handle: &AppHandle, args: Args) {
    let Some(args) = handle.state::<Early>().keep(args) else { return };
    let Some(app) = handle.try_state::<Arc<App>>() else { return };
    if args.new_lead {
        capture::open(handle);
    } else if !args.hidden {
        app.open_window(Goto::Window);
    }
    wish(&app, &args);
}

/// Does what the words of a start ask for beyond the window itself.
fn wish(app: &App, args: &Args) {
    if let Some(file) = &args.file {
        app.offer_file(file.clone());
    }
}

/// Has the chosen keys open the small window, and others after a change of the settings: restored data may have chosen others.
fn hold_keys(app: &Arc<App>) {
    let (changed, wanted) = channel();
    let held = Arc::clone(app);
    let hold = move || {
        while wanted.recv().is_ok() {
            while wanted.try_recv().is_ok() {}
            // What could not be had stands in the settings.
            if let Err(error) = rappel_core::commands::get_capture_shortcut(&held, ()) {
                tracing::info!(%error, "the keys for a new lead are not known");
            }
        }
    };
    if let Err(error) = std::thread::Builder::new().name("shortcut".to_owned()).spawn(hold) {
        return tracing::warn!(%error, "no keys for a new lead");
    }
    let _ = changed.send(());
    app.listen(Box::new(move |event| {
        if event.changes(Topic::Settings) {
            // When nobody hears it any more the program is ending.
            let _ = changed.send(());
        }
    }));
}

/// Draws everything in the windows as large as the settings say, whenever they change.
fn zoom_windows(handle: &AppHandle, app: &Arc<App>) {
    let (handle, zoomed) = (handle.clone(), Arc::clone(app));
    app.listen(Box::new(move |event| {
        if event.changes(Topic::Settings) {
            for window in handle.webview_windows().values() {
                window::zoom(window, &zoomed);
            }
        }
    }));
}

fn tell(page: &AppHandle, event: &Event) {
    if let Err(error) = page.emit_to(window::LABEL, EVENT, event) {
        tracing::warn!(%error, "the window did not hear of a change");
    }
}

/// Takes the page's calls. The first for the frame tells that the page is there, for it listens before it asks; what it missed
/// goes through the same queue, behind its request to listen.
fn answer() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    let commands = commands::handler();
    move |invoke| {
        let webview = invoke.message.webview_ref().clone();
        let frame = invoke.message.command() == "get_frame";
        let taken = commands(invoke);
        if frame {
            tauri::async_runtime::spawn(async move {
                for event in webview.state::<Page>().came() {
                    tell(webview.app_handle(), &event);
                }
            });
        }
        taken
    }
}

/// The name under which a second start finds the first: one per data folder, as sample data and a `RAPPEL_HOME` are programs of
/// their own.
fn instance_name(place: &Path) -> String {
    let mut hasher = DefaultHasher::new();
    let whole: PathBuf = std::path::absolute(place).unwrap_or_else(|_| place.to_owned());
    whole.hash(&mut hasher);
    format!("nl.rappel.crm.at{:016x}", hasher.finish())
}
