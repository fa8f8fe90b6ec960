//! A timer on the wall clock of a Linux system. It also fires when that clock is set and when the laptop wakes up, so that the
//! alarms need no tick.
//!
//! The kernel's timerfd is bound to the wall clock and is cancelled when the clock is set, which a resume counts as; logind tells
//! of the resume as well, and timedated of another time zone.

use std::io;
use std::os::fd::OwnedFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rappel_core::alarms::WallTimer;
use rappel_core::clock::{Clock, SystemClock};
use rustix::io::Errno;
use rustix::time::{
    ClockId, Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, clock_gettime, timerfd_create,
    timerfd_settime,
};
use zbus::MatchRule;
use zbus::blocking::{Connection, MessageIterator, fdo::DBusProxy};
use zbus::message::Type;

/// How many milliseconds the clock of this process may lie from the kernel's.
const SAME_CLOCK: i64 = 1_000;

/// The timer. Its threads live as long as the program.
pub struct LinuxTimer {
    timer: Arc<OwnedFd>,
    /// Its clock was seen to be another than that of this process.
    doubted: AtomicBool,
}

impl LinuxTimer {
    /// Makes the timer; `wake` is called from a thread of its own.
    ///
    /// # Errors
    /// When the system gives no timer or thread.
    pub fn start(wake: impl Fn() + Send + Sync + 'static) -> io::Result<Self> {
        let timer = Arc::new(timerfd_create(TimerfdClockId::Realtime, TimerfdFlags::CLOEXEC)?);
        let wake = Arc::new(wake);
        let (fd, fired) = (Arc::clone(&timer), Arc::clone(&wake));
        std::thread::Builder::new().name("wall-clock".to_owned()).spawn(move || {
            let mut count = [0_u8; 8];
            loop {
                match rustix::io::read(&*fd, &mut count) {
                    // Cancelled: the clock was set, or the laptop slept.
                    Ok(_) | Err(Errno::CANCELED) => fired(),
                    Err(Errno::INTR) => {}
                    Err(error) => return tracing::error!(%error, "the wall clock's timer is lost"),
                }
            }
        })?;
        std::thread::Builder::new().name("wake-up".to_owned()).spawn(move || {
            if let Err(error) = hear_wake_ups(&*wake) {
                tracing::info!(%error, "nobody tells of sleep and time zones");
            }
        })?;
        Ok(Self { timer, doubted: AtomicBool::new(false) })
    }
}

impl WallTimer for LinuxTimer {
    fn set(&self, at: i64) {
        // A moment of zero would switch the timer off.
        let at = at.max(1);
        let value = Timespec { tv_sec: at / 1000, tv_nsec: at % 1000 * 1_000_000 };
        let once = Itimerspec { it_interval: Timespec { tv_sec: 0, tv_nsec: 0 }, it_value: value };
        let flags = TimerfdTimerFlags::ABSTIME | TimerfdTimerFlags::CANCEL_ON_SET;
        match timerfd_settime(&*self.timer, flags, &once) {
            // Cancelled since the last look: the timer is set all the same, and whoever sets it is looking at the clock.
            Ok(_) | Err(Errno::CANCELED) => {}
            Err(error) => tracing::error!(%error, "the wall clock's timer could not be set"),
        }
    }

    /// Under a tool that shows this process another clock than the kernel's, it is not, and never again.
    fn reliable(&self) -> bool {
        let kernel = clock_gettime(ClockId::Realtime);
        let kernel = kernel.tv_sec * 1000 + kernel.tv_nsec / 1_000_000;
        if (SystemClock.now().millis() - kernel).abs() > SAME_CLOCK {
            self.doubted.store(true, Ordering::Relaxed);
        }
        !self.doubted.load(Ordering::Relaxed)
    }
}

/// Calls `wake` when logind tells that the laptop woke up, and when timedated tells of a change.
fn hear_wake_ups(wake: &dyn Fn()) -> zbus::Result<()> {
    let bus = Connection::system()?;
    let messages = MessageIterator::from(&bus);
    let proxy = DBusProxy::new(&bus)?;
    let signal = || MatchRule::builder().msg_type(Type::Signal);
    proxy.add_match_rule(signal().interface("org.freedesktop.login1.Manager")?.member("PrepareForSleep")?.build())?;
    let zone = signal().interface("org.freedesktop.DBus.Properties")?.path("/org/freedesktop/timedate1")?;
    proxy.add_match_rule(zone.member("PropertiesChanged")?.build())?;
    for message in messages {
        let message = message?;
        if matches!(message.header().member().map(|it| it.as_str()), Some("PrepareForSleep" | "PropertiesChanged")) {
            wake();
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use super::*;

    fn now() -> i64 {
        SystemClock.now().millis()
    }

    #[test]
    fn it_fires_at_its_moment_and_not_before() {
        let (sender, fired) = channel();
        let timer = LinuxTimer::start(move || sender.send(now()).unwrap()).unwrap();
        assert!(timer.reliable());
        let at = now() + 300;
        timer.set(at);
        let when = fired.recv_timeout(Duration::from_secs(10)).unwrap();
        assert!(when >= at, "{} ms early", at - when);
        // A moment that has passed fires at once.
        timer.set(now() - 60_000);
        fired.recv_timeout(Duration::from_secs(10)).unwrap();
    }

    #[test]
    fn a_moment_that_was_put_off_does_not_fire() {
        let (sender, fired) = channel();
        let timer = LinuxTimer::start(move || sender.send(()).unwrap()).unwrap();
        timer.set(now() + 200);
        timer.set(now() + 3_600_000);
        assert!(fired.recv_timeout(Duration::from_millis(600)).is_err());
    }

    #[test]
    #[ignore = "sets the clock of the computer, to what it shows; needs root"]
    fn a_clock_that_is_set_fires_it_at_once() {
        let (sender, fired) = channel();
        let timer = LinuxTimer::start(move || sender.send(()).unwrap()).unwrap();
        timer.set(now() + 3_600_000);
        rustix::time::clock_settime(ClockId::Realtime, clock_gettime(ClockId::Realtime)).unwrap();
        fired.recv_timeout(Duration::from_secs(1)).unwrap();
    }

    #[test]
    #[ignore = "speaks as logind on the system bus; needs one that lets it"]
    fn waking_up_fires_it() {
        let (sender, fired) = channel();
        let _timer = LinuxTimer::start(move || sender.send(()).unwrap()).unwrap();
        let bus = Connection::system().unwrap();
        let woken = std::iter::repeat_with(|| {
            let (path, interface) = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager");
            bus.emit_signal(None::<&str>, path, interface, "PrepareForSleep", &(false,)).unwrap();
            fired.recv_timeout(Duration::from_millis(200)).is_ok()
        });
        assert!(woken.take(20).any(|woken| woken));
    }
}
