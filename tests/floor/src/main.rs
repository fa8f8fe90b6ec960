//! An empty Tauri window: the floor below which no start of a Tauri program can come. Its window is made as Rappel's is,
//! hidden and shown once its page is there, and it does nothing else.

use tauri::webview::PageLoadEvent;
use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() {
    tauri::Builder::default()
        .setup(|tauri| {
            WebviewWindowBuilder::new(tauri.handle(), "main", WebviewUrl::default())
                .title("Floor")
                .inner_size(1280.0, 800.0)
                .min_inner_size(900.0, 640.0)
                .center()
                .visible(false)
                .on_page_load(|window, page| {
                    if page.event() == PageLoadEvent::Finished {
                        for result in [window.show(), window.unminimize(), window.set_focus()] {
                            result.expect("the window can be brought to the front");
                        }
                    }
                })
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
        .expect("the system gives a window");
}
