//! Makes the empty page and the icon part of the program.

use tauri_build::Attributes;

fn main() {
    // The page may call nothing. Said here, as Cargo would build anew each time when the usual folder is not there.
    let attributes = Attributes::new().capabilities_path_pattern("./capabilities/**/*");
    tauri_build::try_build(attributes).expect("the page is built in");
}
