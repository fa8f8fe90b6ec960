//! The program. Everything is in the library, so that nothing but this prologue differs between systems.

// No console window beside the app on Windows.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

fn main() {
    #[cfg(target_os = "linux")]
    without_dmabuf();
    rappel_shell::run();
}

/// WebKit's DMA-BUF renderer shows blank windows with some graphics drivers, and without it the first paint is quicker and
/// takes less memory. Whoever set the variable keeps their choice.
#[cfg(target_os = "linux")]
fn without_dmabuf() {
    const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(VARIABLE).is_none() {
        #[expect(unsafe_code, reason = "no other thread runs yet that could read the environment")]
        unsafe {
            std::env::set_var(VARIABLE, "1");
        }
    }
}
